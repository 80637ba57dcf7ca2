package dev.darkroom.it;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may know whom. */
final class ArchitectureTest {
  private static final List<String> MODULES =
      List.of(
          "contract",
          "stage",
          "codecs",
          "engines",
          "fixtures",
          "infra",
          "upload-api",
          "image-worker",
          "video-worker",
          "notifier",
          "function-host",
          "local-cloud");

  private static final String[] STAGES = {
    "dev.darkroom.upload..", "dev.darkroom.image..", "dev.darkroom.video..", "dev.darkroom.notify.."
  };

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importPaths(MODULES.stream().map(m -> Path.of("..", m, "target", "classes")).toList());

  @Test
  void everyModuleIsLookedAt() {
    for (String root :
        List.of(
            "contract",
            "stage",
            "codec",
            "engine",
            "infra",
            "upload",
            "image",
            "video",
            "notify",
            "host",
            "local")) {
      classes()
          .that()
          .resideInAPackage("dev.darkroom." + root + "..")
          .should()
          .bePublic()
          .orShould()
          .notBePublic()
          .because("a rule over no classes would prove nothing")
          .check(CLASSES);
    }
  }

  @Test
  void theContractIsMadeOfTheJdkAlone() {
    classes()
        .that()
        .resideInAPackage("dev.darkroom.contract")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.darkroom.contract", "java..", "org.jspecify..")
        .because("every stage and tool shares these words, whatever libraries it uses")
        .check(CLASSES);
  }

  @Test
  void codecsAreMadeOfTheJdkAlone() {
    classes()
        .that()
        .resideInAPackage("dev.darkroom.codec..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.darkroom.codec..", "java..", "org.jspecify..")
        .because("what reads hostile files must be small enough to check, and native without fuss")
        .check(CLASSES);
  }

  @Test
  void enginesStandOnCodecsAndTheJdk() {
    classes()
        .that()
        .resideInAPackage("dev.darkroom.engine..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.darkroom.engine..", "dev.darkroom.codec..", "java..", "org.jspecify..")
        .because("native code is called from here alone, and needs no library of Java's")
        .check(CLASSES);
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
        .check(CLASSES);
  }

  @Test
  void whatStagesRunOnKnowsNoFormat() {
    noClasses()
        .that()
        .resideInAPackage("dev.darkroom.stage..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.darkroom.codec..", "dev.darkroom.engine..")
        .because("the API and the notifier stand on it too, and decode nothing")
        .check(CLASSES);
  }

  @Test
  void eventsAreReadWithoutKnowingWhatIsDoneAboutThem() {
    noClasses()
        .that()
        .resideInAPackage("dev.darkroom.stage.batch..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.darkroom.stage.store..", "dev.darkroom.stage.job..")
        .because("a batch is the same for every function")
        .check(CLASSES);
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
        .check(CLASSES);
  }

  @Test
  void packagesDependOnEachOtherInOneDirection() {
    slices()
        .matching("dev.darkroom.(**)")
        .should()
        .beFreeOfCycles()
        .because("a package that can be read alone is one that can be changed alone")
        .check(CLASSES);
  }

  @Test
  void noStageKnowsAnother() {
    slices()
        .matching("dev.darkroom.(upload|image|video|notify)..")
        .should()
        .notDependOnEachOther()
        .because("stages meet in S3 and SQS only, and are deployed one by one")
        .check(CLASSES);
  }

  @Test
  void noStageKnowsWhatItRunsOn() {
    noClasses()
        .that()
        .resideInAnyPackage(STAGES)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.darkroom.host..", "dev.darkroom.local..", "dev.darkroom.infra..")
        .because("the same artifact runs on AWS, locally and under test")
        .check(CLASSES);
  }

  @Test
  void whatStagesRunOnKnowsNoStage() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.darkroom.host..", "dev.darkroom.local..", "dev.darkroom.infra..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(STAGES)
        .because("functions are run as packages, not as classes")
        .check(CLASSES);
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
        .check(CLASSES);
  }

  @Test
  void theVideoPathNeedsNoAwt() {
    noClasses()
        .that()
        .resideInAPackage("dev.darkroom.video..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.awt..", "javax.imageio..")
        .because("AWT doubles a native function's size and start-up")
        .check(CLASSES);
  }
}
