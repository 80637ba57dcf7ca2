package dev.darkroom.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.contract.Manifest.Status;
import dev.darkroom.contract.MediaId;
import dev.darkroom.fixtures.Fixtures;
import dev.darkroom.it.Shell.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Runs the README's commands as they stand there, one after another, in a folder with the files
 * that they name. A command that this test does not know fails it: it needs a check here.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
final class ReadmeTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern UPLOAD_ID = Pattern.compile("\"id\" ?: ?\"([0-9a-z]{26})\"");
  private static final Pattern TEMPLATE = Pattern.compile("--template(?:-file)? (\\S+)");

  private Darkroom darkroom;
  private Path errors;
  private Shell shell;
  private @Nullable MediaId photo;

  /** What a command does. The first check whose beginning fits is the command's. */
  private record Check(String beginning, ThrowingConsumer<String> check) {}

  private List<Check> checks() {
    return List.of(
        new Check("eval \"$(./darkroom env)\"", this::setsTheEnvironment),
        new Check("curl --data-binary", this::uploads),
        new Check("curl \"$DARKROOM_URL/media\"", this::listsTheUpload),
        new Check("aws s3 ls", this::listsTheManifest),
        new Check("ls \"$DARKROOM_MAIL\"", this::listsMails),
        new Check("aws s3 cp", this::copies),
        new Check("./darkroom upload", this::uploadsAndWaits),
        // These cannot run within a test; their tasks exist, see tasksThatAreMentionedExist.
        new Check("./darkroom up", command -> isATask(command, "up")),
        new Check("./darkroom test", command -> isATask(command, "test")),
        new Check("./darkroom build", command -> isATask(command, "build")),
        new Check("sam deploy", this::namesTheTemplate));
  }

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    darkroom = Darkroom.start(Optional.empty());
    Files.write(folder.resolve("photo.jpg"), Fixtures.PHONE_PHOTO.bytes());
    Files.write(folder.resolve("clip.mp4"), Fixtures.LANDSCAPE_VIDEO.bytes());
    Files.createDirectory(folder.resolve("photos"));
    Files.write(folder.resolve("photos/plain.jpg"), Fixtures.PLAIN_PHOTO.bytes());
    // The data folder is the only thing that differs from a person's Darkroom.
    Path command = folder.resolve("darkroom");
    Files.writeString(
        command,
        "#!/bin/sh\ntask=$1\nshift\nexec '%s' \"$task\" --data '%s' \"$@\"\n"
            .formatted(ROOT.resolve("darkroom"), darkroom.data()));
    assertThat(command.toFile().setExecutable(true)).isTrue();
    errors = darkroom.data().resolve("readme-errors");
    shell = new Shell(folder, errors);
  }

  @AfterAll
  void stop() throws IOException {
    shell.close();
    darkroom.close();
  }

  @TestFactory
  Stream<DynamicTest> everyCommandDoesWhatTheReadmeSays() throws IOException {
    List<String> commands = readme().commands();
    assertThat(commands).contains("./darkroom up", "./darkroom test");
    return commands.stream().map(command -> DynamicTest.dynamicTest(command, () -> check(command)));
  }

  @Test
  void tasksThatAreMentionedExist() throws IOException {
    Answer help = shell.run("'" + ROOT.resolve("darkroom") + "' help");

    assertThat(help.exitCode()).isZero();
    assertThat(readme().tasks())
        .isNotEmpty()
        .allSatisfy(task -> assertThat(help.output()).containsPattern("(?m)^  " + task + " +\\S"));
  }

  private void check(String command) throws Throwable {
    Optional<Check> known =
        checks().stream().filter(check -> command.startsWith(check.beginning())).findFirst();
    assertThat(known).as("a check for the README's command: %s", command).isPresent();
    known.orElseThrow().check().accept(command);
  }

  private void setsTheEnvironment(String command) throws IOException {
    run(command);
    assertThat(run("echo \"$DARKROOM_URL\"")).startsWith("http://127.0.0.1:");
  }

  private void uploads(String command) throws IOException {
    String answer = run(command);

    assertThat(answer).as("see %s", errors).contains("\"queued\"");
    Matcher id = UPLOAD_ID.matcher(answer);
    assertThat(id.find()).as(answer).isTrue();
    photo = new MediaId(id.group(1));
    assertThat(darkroom.cloud().awaitManifest(photo).status()).isEqualTo(Status.COMPLETED);
  }

  private void listsTheUpload(String command) throws IOException {
    assertThat(run(command)).contains(String.valueOf(photo), "photo.jpg", "\"completed\"");
  }

  private void listsTheManifest(String command) throws IOException {
    assumeAwsCli();
    assertThat(run(command)).contains("processed/local/" + photo + "/manifest.json");
  }

  private void listsMails(String command) throws IOException {
    await("the mail").atMost(Cloud.PATIENCE).until(() -> !darkroom.mails().isEmpty());
    assertThat(run(command)).contains(".eml");
  }

  private void copies(String command) throws IOException {
    assumeAwsCli();
    assertThat(run(command)).contains("upload: ./clip.mp4");
    await("the manifest of the copied video")
        .atMost(Cloud.PATIENCE)
        .until(
            () ->
                darkroom
                    .api()
                    .get("/media")
                    .body()
                    .path("items")
                    .valueStream()
                    .anyMatch(
                        item ->
                            item.path("kind").asText().equals("video")
                                && item.path("status").asText().equals("completed")));
  }

  private void uploadsAndWaits(String command) throws IOException {
    assertThat(run(command)).contains("plain.jpg", "clip.mp4", "completed");
  }

  private void namesTheTemplate(String command) {
    Matcher template = TEMPLATE.matcher(command);
    assertThat(template.find()).as(command).isTrue();
    assertThat(ROOT.resolve(template.group(1))).isRegularFile();
  }

  private static void isATask(String command, String task) {
    assertThat(command).isEqualTo("./darkroom " + task);
  }

  private String run(String command) throws IOException {
    Answer answer = shell.run(command);
    assertThat(answer.exitCode()).as("%s, see %s", command, errors).isZero();
    return answer.output();
  }

  private void assumeAwsCli() throws IOException {
    assumeTrue(shell.run("aws --version").exitCode() == 0, "there is no AWS CLI on the path");
  }

  private static Readme readme() throws IOException {
    return Readme.read(ROOT.resolve("README.md"));
  }
}
