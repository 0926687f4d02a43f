package cachescope.engine;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.Timer;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The rules that keep the engine simple, each with its reason. */
class ArchitectureTest {
    private static final String ROOT = "cachescope.engine";

    private static final Pattern CLOCK =
            Pattern.compile(
                    "java\\.lang\\.System\\.(currentTimeMillis|nanoTime).*|java\\.time\\.(\\w+\\.now|Clock\\.).*");

    static final JavaClasses ENGINE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(ROOT);

    /** The caching code itself. */
    private static final String[] TEXTBOOK =
            inside(
                    "pattern",
                    "expiry",
                    "near",
                    "invalidation",
                    "stampede",
                    "eviction",
                    "structure");

    /** The rooms of the engine, each with the other rooms that it may know. */
    static final List<Room> ROOMS =
            List.of(
                    room("event"),
                    room("strategy", "event"),
                    room("eviction", "strategy"),
                    room("structure", "port"),
                    room("port", "event"),
                    room("expiry", "event", "port", "strategy"),
                    room("near", "event", "port", "strategy", "eviction"),
                    room("invalidation", "event", "port", "strategy", "near"),
                    room("stampede", "event", "port", "strategy"),
                    room(
                            "pattern",
                            "event",
                            "port",
                            "strategy",
                            "expiry",
                            "invalidation",
                            "stampede"),
                    room("live", "event", "port"),
                    room("simulation", "event", "port", "strategy", "eviction"),
                    room("traffic", "event"),
                    room("sizing", "event", "port", "strategy", "eviction", "traffic"),
                    room("scenario", "event", "run", "strategy", "traffic"),
                    room("projection", "event", "port", "strategy", "eviction"));

    /** The one room that knows all the others. */
    private static final String RUN = "run";

    record Room(String name, List<String> mayKnow) {
        @Override
        public String toString() {
            return name + " may know " + mayKnow;
        }
    }

    private static Room room(String name, String... mayKnow) {
        return new Room(name, List.of(mayKnow));
    }

    static String[] inside(String... rooms) {
        return Stream.of(rooms).map(room -> ROOT + "." + room + "..").toArray(String[]::new);
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("ROOMS")
    void aRoomKnowsOnlyTheRoomsItMay(Room room) {
        var allowed =
                Stream.concat(Stream.of(room.name()), room.mayKnow().stream())
                        .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAnyPackage(inside(room.name()))
                .should()
                .dependOnClassesThat(
                        resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(inside(allowed)))))
                .because("arrows between rooms point one way: " + room)
                .allowEmptyShould(true)
                .check(ENGINE);
    }

    @Test
    void everyRoomHasItsPlaceInTheOrder() {
        var known =
                Stream.concat(Stream.of(RUN), ROOMS.stream().map(Room::name))
                        .toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT)
                .should()
                .resideOutsideOfPackages(inside(known))
                .because("a room that ROOMS does not list could know anything")
                .check(ENGINE);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("packages that need each other can only be understood together")
                .allowEmptyShould(true)
                .check(ENGINE);
    }

    @Test
    void theCachingCodeKnowsNoStoreAndNoScreen() {
        noClasses()
                .that(resideInAnyPackage(TEXTBOOK))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                "redis..", "java.sql..", "javax.sql..", "org.sqlite..", "javafx.."))
                .because("it is written over ports, so that it runs unchanged in every world")
                .allowEmptyShould(true)
                .check(ENGINE);
    }

    @Test
    void theCachingCodeNamesNoThreadQueueOrLock() {
        noClasses()
                .that(resideInAnyPackage(TEXTBOOK))
                .should()
                .dependOnClassesThat(
                        resideInAPackage("java.util.concurrent..")
                                .and(not(resideInAPackage("java.util.concurrent.atomic")))
                                .and(not(assignableTo(ConcurrentMap.class)))
                                .or(assignableTo(Thread.class))
                                .or(assignableTo(Timer.class)))
                .orShould()
                .callMethod(Object.class, "wait")
                .orShould()
                .callMethod(Object.class, "notify")
                .orShould()
                .callMethod(Object.class, "notifyAll")
                .because(
                        "only Tasks knows concurrency, or the simulated world could not choose who runs next")
                .allowEmptyShould(true)
                .check(ENGINE);
    }

    @Test
    void onlyTheLiveTasksReadAClock() {
        noClasses()
                .that(not(resideInAPackage(ROOT + ".live..").and(simpleNameEndingWith("Tasks"))))
                .should()
                .accessTargetWhere(describe("a clock is read", ArchitectureTest::readsAClock))
                .because("time comes from Tasks, so that a simulated run is the same each time")
                .check(ENGINE);
    }

    private static boolean readsAClock(JavaAccess<?> access) {
        return CLOCK.matcher(access.getTarget().getFullName()).matches();
    }

    @Test
    void randomNumbersHaveASeed() {
        noClasses()
                .should()
                .callMethod(Math.class, "random")
                .orShould()
                .callConstructor(Random.class)
                .orShould()
                .callConstructor(SplittableRandom.class)
                .orShould()
                .dependOnClassesThat(assignableTo(ThreadLocalRandom.class))
                .because("random numbers come from a named stream of the run's seed")
                .check(ENGINE);
    }

    @Test
    void onlyOneRoomSpeaksToRedis() {
        noClasses()
                .that(not(resideInAPackage(ROOT + ".live.redis..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("redis.."))
                .because("Redis is one adapter of a port")
                .check(ENGINE);
    }

    @Test
    void onlyOneRoomSpeaksToSqlite() {
        noClasses()
                .that(not(resideInAPackage(ROOT + ".live.sqlite..")))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite.."))
                .because("SQLite is one adapter of a port")
                .check(ENGINE);
    }

    @Test
    void theEngineKnowsNoScreen() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                "javafx..", "java.awt..", "javax.swing..", "cachescope.app.."))
                .because("everything runs without a window too")
                .check(ENGINE);
    }

    @Test
    void theEnginePrintsNothing() {
        noClasses()
                .should(ACCESS_STANDARD_STREAMS)
                .because(
                        "standard output belongs to the results of commands, and to the one who prints them")
                .check(ENGINE);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Data|Info)")
                .because("such a name fits anything")
                .check(ENGINE);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(ENGINE)
                .extracting(JavaClass::getPackage)
                .allMatch(
                        ArchitectureTest::isNullMarked,
                        "has a package-info.java that tells what lives there, with @NullMarked");
    }

    private static boolean isNullMarked(JavaPackage room) {
        return room.tryGetPackageInfo()
                .filter(info -> info.isAnnotatedWith(NullMarked.class))
                .isPresent();
    }
}
