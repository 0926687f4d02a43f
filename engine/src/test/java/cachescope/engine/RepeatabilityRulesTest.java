package cachescope.engine;

import static cachescope.engine.ArchitectureTest.ENGINE;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Format;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What a machine can see of the promise that a simulated run is the same everywhere. The rest, such
 * as the order of a hash map that is iterated over, is for the runs themselves to show.
 */
class RepeatabilityRulesTest {
    /** Where what happens in a simulated run is decided, and put into words. */
    private static final String[] BEHAVIOUR =
            ArchitectureTest.inside(
                    "pattern",
                    "expiry",
                    "near",
                    "invalidation",
                    "stampede",
                    "eviction",
                    "structure",
                    "simulation",
                    "strategy",
                    "port",
                    "run");

    /**
     * What is not the same everywhere: the machine's size, hashes by address, parallel streams, the
     * shuffled order of immutable sets and maps, and transcendental functions other than
     * StrictMath's.
     */
    private static final Pattern MACHINE =
            Pattern.compile(
                    "java\\.lang\\.Runtime\\.(maxMemory|freeMemory|totalMemory|availableProcessors).*"
                            + "|java\\.lang\\.System\\.(identityHashCode|getenv|lineSeparator).*"
                            + "|java\\.util\\.Collection\\.parallelStream.*|.*Stream\\.parallel\\(.*"
                            + "|java\\.util\\.(Locale|TimeZone)\\.getDefault.*"
                            + "|java\\.time\\.ZoneId\\.systemDefault.*"
                            + "|java\\.lang\\.Math\\.(log|log10|log1p|exp|expm1|pow|sin|cos|tan|asin|acos|atan|atan2"
                            + "|sinh|cosh|tanh|cbrt|hypot)\\(.*");

    @Test
    void whatHappensInARunDoesNotDependOnTheMachine() {
        noClasses()
                .that(resideInAnyPackage(BEHAVIOUR))
                .and(not(simpleNameStartingWith("Live")))
                .should()
                .accessTargetWhere(
                        describe("the machine is asked", RepeatabilityRulesTest::asksTheMachine))
                .because("a simulated run is the same on every machine; Live* stands on a real one")
                .allowEmptyShould(true)
                .check(ENGINE);
    }

    private static boolean asksTheMachine(JavaAccess<?> access) {
        return MACHINE.matcher(access.getTarget().getFullName()).matches();
    }

    /** A number that is formatted in the digits of the machine's language. */
    private static final Pattern NUMBER_IN_ITS_DIGITS =
            Pattern.compile("%[-0-9,.+(#]*[defgoxX][^\"\\n]*\"\\s*\\)?\\s*\\.formatted\\(");

    @Test
    void noNumberIsFormattedInTheDigitsOfTheMachinesLanguage() throws IOException {
        try (var files = Files.walk(Path.of("src", "main", "java"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(NUMBER_IN_ITS_DIGITS.matcher(Files.readString(file)).results())
                        .as("%s: expected %%s, or String.format(Locale.ROOT, ...)", file)
                        .isEmpty();
            }
        }
    }

    @Test
    void noTextDependsOnTheLanguageOfTheMachine() {
        noClasses()
                .that(resideInAnyPackage(BEHAVIOUR))
                .should()
                .callMethod(String.class, "toLowerCase", new Class<?>[0])
                .orShould()
                .callMethod(String.class, "toUpperCase", new Class<?>[0])
                .orShould()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .dependOnClassesThat(
                        assignableTo(Format.class).or(resideInAnyPackage("java.time.format..")))
                .because(
                        "the same log comes out in Turkish and in Arabic; formatted() is for whole"
                                + " sentences with %s")
                .allowEmptyShould(true)
                .check(ENGINE);
    }

    @Test
    void onlyTheLiveTasksAndTheSimulationStartThreads() {
        noClasses()
                .that(
                        resideInAnyPackage(
                                ArchitectureTest.inside("pattern", "expiry", "strategy", "run")))
                .should()
                .callMethodWhere(
                        describe(
                                "a thread is started",
                                call ->
                                        call.getTargetOwner().isAssignableTo(Thread.class)
                                                && call.getName().startsWith("start")))
                .because("Tasks chooses who runs next")
                .allowEmptyShould(true)
                .check(ENGINE);
    }
}
