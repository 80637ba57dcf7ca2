package dev.darkroom.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which module and package may depend on which. */
final class ArchitectureTest {
  private static final String[] FUNCTIONS = {
    "dev.darkroom.upload..",
    "dev.darkroom.image..",
    "dev.darkroom.video..",
    "dev.darkroom.stream..",
    "dev.darkroom.notify..",
    "dev.darkroom.reconcile.."
  };

  private static JavaClasses all;

  @BeforeAll
  static void readClasses() throws IOException {
    List<Path> folders =
        Sources.modules().stream()
            .map(module -> module.resolve("target/classes"))
            .filter(Files::isDirectory)
            .toList();
    all = new ClassFileImporter().importPaths(folders);
  }

  @Test
  void everyModuleIsRead() throws IOException {
    for (Path module : Sources.modules()) {
      try (Stream<Path> packages =
          Files.isDirectory(module.resolve("src/main/java/dev/darkroom"))
              ? Files.list(module.resolve("src/main/java/dev/darkroom"))
              : Stream.of()) {
        assertThat(packages)
            .allSatisfy(
                folder ->
                    assertThat(
                            all.that(
                                resideInAPackage("dev.darkroom." + folder.getFileName() + "..")))
                        .as("compiled classes of %s", folder)
                        .isNotEmpty());
      }
    }
  }

  @Test
  void theContractIsMadeOfTheJdkAlone() {
    classes()
        .that()
        .resideInAPackage("dev.darkroom.contract..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.darkroom.contract..", "java..", "org.jspecify..")
        .because("every stage and tool shares these words, whatever libraries it uses")
        .check(all);
  }

  @Test
  void codecsAreMadeOfTheJdkAlone() {
    classes()
        .that()
        .resideInAPackage("dev.darkroom.codec..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.darkroom.codec..", "java..", "org.jspecify..")
        .because("code that reads hostile files must be small enough to check")
        .check(all);
  }

  @Test
  void enginesDependOnCodecsAndTheJdk() {
    classes()
        .that()
        .resideInAPackage("dev.darkroom.engine..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.darkroom.engine..", "dev.darkroom.codec..", "java..", "org.jspecify..")
        .because("native code is called from here alone, and needs no Java library")
        .check(all);
  }

  @Test
  void onlyEnginesCallNativeCode() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.darkroom.engine..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.lang.foreign..")
        .because("a crash in native code takes the process down, so its doors are few and watched")
        .check(all);
  }

  @Test
  void theStageKnowsNoFormat() {
    noClasses()
        .that()
        .resideInAPackage("dev.darkroom.stage..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.darkroom.codec..", "dev.darkroom.engine..")
        .because("the API and the notifier run on it too, and decode nothing")
        .check(all);
  }

  @Test
  void onlyWorkersDecode() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.darkroom.upload..", "dev.darkroom.notify..", "dev.darkroom.reconcile..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.darkroom.codec..", "dev.darkroom.engine..")
        .because("the others start faster without decoders")
        .check(all);
  }

  @Test
  void batchesAreReadWithoutKnowingTheWork() {
    noClasses()
        .that()
        .resideInAPackage("dev.darkroom.stage.batch..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.darkroom.stage.store..", "dev.darkroom.stage.job..")
        .because("a batch is the same for every function")
        .check(all);
  }

  @Test
  void theStoreKnowsNoJobs() {
    noClasses()
        .that()
        .resideInAPackage("dev.darkroom.stage.store..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.darkroom.stage.job..")
        .because("all stages use the store, only workers have jobs")
        .check(all);
  }

  @Test
  void packagesDependOnEachOtherInOneDirection() {
    slices()
        .matching("dev.darkroom.(**)")
        .should()
        .beFreeOfCycles()
        .because("a package that can be read alone is one that can be changed alone")
        .check(all);
  }

  @Test
  void noStageKnowsAnother() {
    slices()
        .matching("dev.darkroom.(upload|image|video|stream|notify|reconcile)..")
        .should()
        .notDependOnEachOther()
        .because("stages meet in S3 and SQS only, and are deployed one by one")
        .check(all);
  }

  @Test
  void noStageKnowsWhatItRunsOn() {
    noClasses()
        .that()
        .resideInAnyPackage(FUNCTIONS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.darkroom.host..", "dev.darkroom.local..", "dev.darkroom.infra..")
        .because("the same artifact runs on AWS, locally and under test")
        .check(all);
  }

  @Test
  void theHostAndTheLocalCloudKnowNoStage() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.darkroom.host..", "dev.darkroom.local..", "dev.darkroom.infra..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.darkroom.stage..")
                .or(resideInAPackage("dev.darkroom.upload.."))
                .or(resideInAPackage("dev.darkroom.image.."))
                .or(resideInAPackage("dev.darkroom.video.."))
                .or(resideInAPackage("dev.darkroom.stream.."))
                .or(resideInAPackage("dev.darkroom.notify.."))
                .or(resideInAPackage("dev.darkroom.reconcile..")))
        .because("functions are run as packages, not as classes")
        .check(all);
  }

  @Test
  void theHostKnowsNeitherTheTemplateNorTheLocalCloud() {
    noClasses()
        .that()
        .resideInAPackage("dev.darkroom.host..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.darkroom.local..", "dev.darkroom.infra..", "dev.darkroom.contract..")
        .because("it hosts any Lambda function")
        .check(all);
  }

  @Test
  void theTemplateIsReadWithoutTheRestOfDarkroom() {
    classes()
        .that()
        .resideInAPackage("dev.darkroom.infra..")
        .should()
        .onlyDependOnClassesThat(
            resideInAPackage("dev.darkroom.infra..").or(not(resideInAPackage("dev.darkroom.."))))
        .because("template.yaml describes the stack to AWS, which knows none of our classes")
        .check(all);
  }

  @Test
  void nothingKnowsTheOperatorAndTheOperatorKnowsNoFunction() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.darkroom.operate..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.darkroom.operate..")
        .because("commands are started by people")
        .check(all);
    noClasses()
        .that()
        .resideInAPackage("dev.darkroom.operate..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(FUNCTIONS)
        .because("commands work on what is deployed, whatever its version, through S3 and SQS")
        .check(all);
  }

  @Test
  void onlyTestsAndBenchmarksUseFixturesAndBenchmarks() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.darkroom.fixtures..", "dev.darkroom.bench..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.darkroom.fixtures..", "dev.darkroom.bench..")
        .because("sample files and contenders have no business in what is deployed")
        .check(all);
  }

  @Test
  void noDeployedClassKnowsATestLibrary() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.darkroom.bench..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.junit..", "org.assertj..", "org.awaitility..", "org.testcontainers..")
        .because("main code that knows its tests behaves differently under them")
        .check(all);
  }

  @Test
  void nothingDependsOnAFunctionsEntry() {
    noClasses()
        .that(not(simpleNameEndingWith("Function")))
        .and()
        .resideInAnyPackage(FUNCTIONS)
        .should()
        .dependOnClassesThat(
            simpleNameEndingWith("Function").and(resideInAPackage("dev.darkroom..")))
        .because(
            "a function parses, hands over and maps the result; pipelines and steps are called, and call nobody above them")
        .check(all);
  }

  @Test
  void stepsKnowNoPipeline() {
    noClasses()
        .that()
        .resideInAPackage("dev.darkroom.*.step..")
        .should()
        .dependOnClassesThat(
            simpleNameEndingWith("Pipeline").and(resideInAPackage("dev.darkroom..")))
        .because("a step takes a record and returns one; the order is the pipeline's")
        .check(all);
  }

  @Test
  void onlyFunctionsAndBatchesKnowLambda() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.darkroom.stage..",
            "dev.darkroom.image..",
            "dev.darkroom.video..",
            "dev.darkroom.stream..",
            "dev.darkroom.notify..",
            "dev.darkroom.reconcile..")
        .and()
        .resideOutsideOfPackage("dev.darkroom.stage.batch..")
        .and(not(simpleNameEndingWith("Function")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.amazonaws.services.lambda..")
        .because("work that does not know Lambda is tested without it")
        .check(all);
  }

  @Test
  void workKnowsNoAws() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.darkroom.stage.batch..",
            "dev.darkroom.stage.job..",
            "dev.darkroom.image.*..",
            "dev.darkroom.video.*..",
            "dev.darkroom.stream.*..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("software.amazon..")
        .because("S3 and SQS are reached through the store, which one contract test describes")
        .check(all);
  }

  @Test
  void theVideoPathNeedsNoAwt() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.darkroom.video..", "dev.darkroom.stream..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.awt..", "javax.imageio..")
        .because("AWT doubles a native function's size and start-up")
        .check(all);
  }
}
