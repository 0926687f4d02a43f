package cachescope.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rules that keep the program simple, each with its reason. */
class ArchitectureTest {
    private static final String ROOT = "cachescope.app";

    private static final Pattern CLOCK =
            Pattern.compile(
                    "java\\.lang\\.System\\.(currentTimeMillis|nanoTime).*|java\\.time\\.(\\w+\\.now|Clock\\.).*");

    private static final JavaClasses APP =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(ROOT);

    @Test
    void viewModelsKnowNoNode() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..")
                .because("plain unit tests reach what does not know its view")
                .allowEmptyShould(true)
                .check(APP);
    }

    @Test
    void engineAndScreenMeetInOnePlace() {
        noClasses()
                .that(not(resideInAPackage(ROOT + ".frame..")))
                .should()
                .accessTargetWhere(
                        describe(
                                "something is run later on the FX thread",
                                ArchitectureTest::runsLater))
                .because(
                        "once a frame the screen reads on in the log, and nothing is queued for it anywhere else")
                .check(APP);
    }

    private static boolean runsLater(JavaAccess<?> access) {
        return access.getTargetOwner().getName().equals("javafx.application.Platform")
                && access.getName().equals("runLater");
    }

    @Test
    void oneTimerMakesTheFrames() {
        noClasses()
                .that(not(resideInAPackage(ROOT + ".frame..")))
                .should()
                .beAssignableTo("javafx.animation.AnimationTimer")
                .because("a frame has one order: all changes of state, then all drawing")
                .check(APP);
    }

    @Test
    void commandsNeedNoScreen() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx..")
                .because("they run where there is no display")
                .allowEmptyShould(true)
                .check(APP);
    }

    @Test
    void theProgramReachesTheStoresThroughTheEngine() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("redis..", "java.sql..", "javax.sql..", "org.sqlite..")
                .because("adapters live in the engine")
                .check(APP);
    }

    @Test
    void onlyTheFrameReadsAClock() {
        noClasses()
                .that(not(resideInAPackage(ROOT + ".frame..")))
                .should()
                .accessTargetWhere(describe("a clock is read", ArchitectureTest::readsAClock))
                .because("what is shown is a function of the log and of the playhead's time")
                .check(APP);
    }

    private static boolean readsAClock(JavaAccess<?> access) {
        return CLOCK.matcher(access.getTarget().getFullName()).matches();
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("packages that need each other can only be understood together")
                .allowEmptyShould(true)
                .check(APP);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Data|Info)")
                .because("such a name fits anything")
                .check(APP);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(APP)
                .extracting(JavaClass::getPackage)
                .allMatch(
                        room ->
                                room.tryGetPackageInfo()
                                        .filter(info -> info.isAnnotatedWith(NullMarked.class))
                                        .isPresent(),
                        "has a package-info.java that tells what lives there, with @NullMarked");
    }
}
