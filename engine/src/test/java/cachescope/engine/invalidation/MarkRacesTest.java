package cachescope.engine.invalidation;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.CallKind;
import cachescope.engine.expiry.FixedExpiry;
import cachescope.engine.fixture.Workbench;
import cachescope.engine.pattern.CacheAside;
import cachescope.engine.pattern.OwedInvalidations;
import cachescope.engine.pattern.Pattern;
import cachescope.engine.pattern.Ports;
import cachescope.engine.port.CacheStore;
import cachescope.engine.port.Entry;
import cachescope.engine.port.Marks;
import cachescope.engine.port.RandomStream;
import cachescope.engine.port.RecordStore;
import cachescope.engine.port.TagSets;
import cachescope.engine.port.Versioned;
import cachescope.engine.port.faulty.Fault;
import cachescope.engine.port.faulty.FaultyMarks;
import cachescope.engine.port.faulty.FaultyTagSets;
import cachescope.engine.simulation.SimulatedMarks;
import cachescope.engine.simulation.SimulatedTagSets;
import cachescope.engine.strategy.Fix;
import cachescope.engine.strategy.Strategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The races of tags and of versions in keys, on two nodes. R reads, W writes. */
class MarkRacesTest {
    private static final Versioned OLD = new Versioned(1, "old");
    private static final Versioned NEW = new Versioned(2, "new");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Workbench bench = new Workbench();
    private final SimulatedMarks memory = new SimulatedMarks();
    private final Marks marks = new FaultyMarks(memory, bench.script, bench.tasks);
    private final TagSets sets =
            new FaultyTagSets(new SimulatedTagSets(), bench.script, bench.tasks);
    private final List<String> told = new ArrayList<>();
    private int nodes;

    private final CopiesListener listener =
            new CopiesListener() {
                @Override
                public void tagInvalidated(String tag, long keys) {
                    told.add(tag + " " + keys);
                }

                @Override
                public void versionWritten(String key, long version, Entry entry) {
                    told.add("written " + key + " v" + entry.version());
                }

                @Override
                public void versionMoved(String key, long version) {
                    told.add("moved " + key);
                }
            };

    /** How copies are judged. */
    enum Form {
        TAG,
        VERSION
    }

    private Pattern node(Form form, Strategy strategy) {
        var random = RandomStream.of(7, "node " + nodes++);
        var versions = new Versions(marks, random, bench.tasks, strategy.has(Fix.UNIQUE_VERSIONS));
        boolean before = strategy.has(Fix.VERSION_BEFORE_LOAD);
        boolean last = strategy.has(Fix.BUMP_LAST);
        return switch (form) {
            case TAG -> {
                var cache = new TaggedCache(bench.cache, versions, listener, before, last);
                yield pattern(cache, last ? bench.records : early(cache), strategy);
            }
            case VERSION -> {
                var cache = new VersionedKeyCache(bench.cache, versions, listener, before, last);
                yield pattern(cache, last ? bench.records : early(cache), strategy);
            }
        };
    }

    private RecordStore early(Bumps bumps) {
        return new BumpingRecords(bench.records, bumps);
    }

    private Pattern pattern(CacheStore cache, RecordStore records, Strategy strategy) {
        var ports =
                new Ports(
                        cache,
                        records,
                        bench.records::read,
                        bench.tasks,
                        new OwedInvalidations(bench.tasks));
        return new CacheAside(ports, new FixedExpiry(strategy.timeToLive()), strategy);
    }

    private Versioned read(Pattern node) throws Exception {
        return bench.ask(() -> node.read("user:7"));
    }

    @ParameterizedTest
    @EnumSource
    void aCopyIsServedUntilAWriteMovesItsVersion(Form form) throws Exception {
        bench.rows.write("user:7", "old");
        var reader = node(form, Strategy.DEFAULT);
        var writer = node(form, Strategy.DEFAULT);
        read(reader);
        bench.script.calls();
        assertThat(read(reader)).isEqualTo(OLD);
        assertThat(bench.script.calls()).noneMatch(call -> call.startsWith("READ"));
        bench.ask(() -> writer.write("user:7", "new"));
        assertThat(read(reader)).isEqualTo(NEW);
        assertThat(read(reader)).isEqualTo(NEW);
    }

    @Test
    void aWriteMakesAllCopiesOfItsTagInvalidAndOneOfThemIsLoadedAgainAndKept() throws Exception {
        bench.rows.write("user:7", "old");
        bench.rows.write("user:8", "other");
        var node = node(Form.TAG, Strategy.DEFAULT);
        read(node);
        bench.ask(() -> node.write("user:8", "another"));
        assertThat(told).containsExactly("user -1");
        bench.script.calls();
        assertThat(read(node)).isEqualTo(OLD);
        assertThat(bench.script.calls()).contains("READ user:7");
        assertThat(read(node)).isEqualTo(OLD);
        assertThat(bench.script.calls()).doesNotContain("READ user:7");
    }

    @Test
    void anInvalidationIsTheSameWorkForOneEntryAndForMany() throws Exception {
        var node = node(Form.TAG, Strategy.DEFAULT);
        for (int i = 0; i < 50; i++) {
            var key = "user:" + i;
            bench.rows.write(key, "value");
            bench.ask(() -> node.read(key));
        }
        bench.script.calls();
        bench.ask(() -> node.write("user:7", "new"));
        assertThat(bench.script.calls()).containsExactly("WRITE user:7", "INVALIDATE user");
    }

    @Test
    void aWriteEndsTheCopyOfItsOwnKeyAndOfThoseWithItsTagsWhateverTagsItHadWhenLoaded()
            throws Exception {
        var node = node(Form.TAG, Strategy.DEFAULT);
        for (var key : List.of("user:7", "user:8", "user:9")) {
            bench.rows.write(key, "old");
        }
        bench.ask(List.of("vip"), () -> node.read("user:7"));
        bench.ask(List.of("vip", "new"), () -> node.read("user:8"));
        bench.ask(() -> node.read("user:9"));
        bench.ask(List.of("new"), () -> node.write("user:7", "new"));
        bench.script.calls();
        assertThat(read(node)).isEqualTo(NEW);
        bench.ask(() -> node.read("user:8"));
        assertThat(bench.script.calls()).contains("READ user:7", "READ user:8");
        bench.ask(() -> node.read("user:9"));
        assertThat(bench.script.calls()).noneMatch(call -> call.startsWith("READ"));
        assertThat(told).containsExactly("new -1");
    }

    @Test
    void allTagsOfAWriteMoveInOneRoundTripAndAReadAsksForAllInOne() throws Exception {
        var node = node(Form.TAG, Strategy.DEFAULT);
        var tags = List.of("vip", "new", "vip");
        bench.ask(tags, () -> node.write("user:7", "old"));
        assertThat(bench.script.calls()).containsExactly("WRITE user:7", "INVALIDATE vip");
        bench.ask(tags, () -> node.read("user:7"));
        bench.script.calls();
        bench.ask(tags, () -> node.read("user:7"));
        assertThat(bench.script.calls()).containsExactly("GET user:7", "STAMP vip");
    }

    /** R selects the old record; W writes and moves the version; then R stores what it has. */
    private Versioned readAfterALateStore(Form form, Strategy strategy) throws Exception {
        bench.rows.write("user:7", "old");
        var reader = node(form, strategy);
        var writer = node(form, strategy);
        bench.script.next(CallKind.READ, new Fault.Delayed(Duration.ZERO, SECOND));
        var late = bench.begin(() -> reader.read("user:7"));
        bench.ask(() -> writer.write("user:7", "new"));
        bench.pass(SECOND);
        assertThat(late.answer()).isEqualTo(OLD);
        return read(reader);
    }

    @ParameterizedTest
    @EnumSource
    void anEntryWithTheVersionOfBeforeItsLoadIsFoundOut(Form form) throws Exception {
        assertThat(readAfterALateStore(form, Strategy.DEFAULT)).isEqualTo(NEW);
    }

    @ParameterizedTest
    @EnumSource
    void withoutVersionBeforeLoadAnOldRecordIsStoredUnderTheNewVersion(Form form) throws Exception {
        var strategy = Strategy.DEFAULT.without(Fix.VERSION_BEFORE_LOAD);
        assertThat(readAfterALateStore(form, strategy)).isEqualTo(OLD);
    }

    /** Between W's move of the version and its commit R loads and stores. */
    private Versioned readAfterAnEarlyBump(Form form, Strategy strategy) throws Exception {
        bench.rows.write("user:7", "old");
        var reader = node(form, strategy);
        var writer = node(form, strategy);
        bench.script.hold(CallKind.WRITE, SECOND);
        bench.begin(() -> writer.write("user:7", "new"));
        assertThat(read(reader)).isEqualTo(OLD);
        bench.pass(SECOND);
        return read(reader);
    }

    @ParameterizedTest
    @EnumSource
    void aVersionThatMovesAfterTheCommitLeavesNoOldCopy(Form form) throws Exception {
        assertThat(readAfterAnEarlyBump(form, Strategy.DEFAULT)).isEqualTo(NEW);
    }

    @ParameterizedTest
    @EnumSource
    void withoutBumpLastAReaderStoresTheOldRecordInBetween(Form form) throws Exception {
        var strategy = Strategy.DEFAULT.without(Fix.BUMP_LAST);
        assertThat(readAfterAnEarlyBump(form, strategy)).isEqualTo(OLD);
    }

    /** R stores; W writes and moves the versions; the versions are evicted. */
    private Versioned readAfterAnEvictedVersion(Form form, Strategy strategy) throws Exception {
        var node = node(form, strategy);
        bench.rows.write("user:7", "old");
        read(node);
        bench.ask(() -> node.write("user:7", "new"));
        memory.evict("user");
        memory.evict("user:7");
        return read(node);
    }

    @ParameterizedTest
    @EnumSource
    void aVersionThatNeverRepeatsMakesNoOldCopyValidAgain(Form form) throws Exception {
        assertThat(readAfterAnEvictedVersion(form, Strategy.DEFAULT)).isEqualTo(NEW);
    }

    @ParameterizedTest
    @EnumSource
    void withoutUniqueVersionsACounterThatBeginsAgainDoes(Form form) throws Exception {
        var strategy = Strategy.DEFAULT.without(Fix.UNIQUE_VERSIONS);
        assertThat(readAfterAnEvictedVersion(form, strategy)).isEqualTo(OLD);
    }

    @ParameterizedTest
    @EnumSource
    void aVersionThatCouldNotBeMovedIsTriedAgain(Form form) throws Exception {
        bench.rows.write("user:7", "old");
        var node = node(form, Strategy.DEFAULT);
        read(node);
        bench.script.next(CallKind.INVALIDATE, new Fault.Refused("busy"));
        bench.ask(() -> node.write("user:7", "new"));
        assertThat(read(node)).isEqualTo(NEW);
    }

    @ParameterizedTest
    @EnumSource
    void withoutVersionsTheDatabaseAnswersAndNothingIsKept(Form form) throws Exception {
        bench.rows.write("user:7", "old");
        var node = node(form, Strategy.DEFAULT);
        bench.script.refuse(CallKind.STAMP);
        assertThat(read(node)).isEqualTo(OLD);
        assertThat(bench.script.calls()).noneMatch(call -> call.startsWith("PUT"));
    }

    @ParameterizedTest
    @EnumSource
    void aCachedAbsenceEndsWhenTheRecordIsCreated(Form form) throws Exception {
        var node = node(form, Strategy.DEFAULT.withNegativeTimeToLive(Duration.ofMinutes(1)));
        assertThat(read(node)).isEqualTo(Versioned.NEVER);
        bench.ask(() -> node.write("user:7", "old"));
        assertThat(read(node)).isEqualTo(OLD);
    }

    @Test
    void aVersionedKeyLeavesTheOldEntryBehind() throws Exception {
        bench.rows.write("user:7", "old");
        var node = node(Form.VERSION, Strategy.DEFAULT);
        read(node);
        bench.ask(() -> node.write("user:7", "new"));
        assertThat(told).containsExactly("written user:7 v1", "moved user:7");
    }

    private Pattern withSets(Strategy strategy) {
        return pattern(new TagSetCache(bench.cache, sets, listener), bench.records, strategy);
    }

    @Test
    void setsOfKeysDropAllEntriesOfATag() throws Exception {
        bench.rows.write("user:7", "old");
        bench.rows.write("user:8", "other");
        var node = withSets(Strategy.DEFAULT);
        read(node);
        bench.ask(() -> node.read("user:8"));
        bench.ask(() -> node.write("user:8", "another"));
        assertThat(told).containsExactly("user 2");
        assertThat(bench.memory.get("user:7")).isEmpty();
        assertThat(bench.memory.get("user:8")).isEmpty();
        assertThat(sets.members("user")).isEmpty();
    }

    @Test
    void aWriteDropsTheEntryOfItsOwnKeyWhateverTagsItIsNotedUnder() throws Exception {
        bench.rows.write("user:7", "old");
        var node = withSets(Strategy.DEFAULT);
        bench.ask(List.of("vip"), () -> node.read("user:7"));
        bench.script.calls();
        bench.ask(() -> node.write("user:7", "new"));
        assertThat(bench.script.calls())
                .containsExactly("WRITE user:7", "REMOVE user:7", "STAMP user", "REMOVE user");
        assertThat(read(node)).isEqualTo(NEW);
    }

    /**
     * R sets the item; W, who writes another one, looks the set through; R notes its key; W deletes
     * what it found. Whether R's item is still taken for a good one.
     */
    private boolean staysAfterItsTagWasMadeInvalid(Pattern reader, Pattern writer, int lateCall)
            throws Exception {
        bench.rows.write("user:7", "old");
        for (int call = 1; call < lateCall; call++) {
            bench.script.next(CallKind.PUT, new Fault.None());
        }
        bench.script.hold(CallKind.PUT, SECOND);
        bench.begin(() -> reader.read("user:7"));
        bench.ask(() -> writer.write("user:8", "new"));
        bench.pass(SECOND);
        assertThat(told).hasSize(1).allMatch(tag -> tag.startsWith("user "));
        bench.script.calls();
        read(reader);
        return bench.script.calls().stream().noneMatch(call -> call.startsWith("READ"));
    }

    @Test
    void anEntryThatIsNotedAfterTheSetWasLookedThroughStays() throws Exception {
        var reader = withSets(Strategy.DEFAULT);
        var writer = withSets(Strategy.DEFAULT);
        assertThat(staysAfterItsTagWasMadeInvalid(reader, writer, 2)).isTrue();
    }

    @Test
    void versionsOfTagsLeaveNoSuchEntry() throws Exception {
        var reader = node(Form.TAG, Strategy.DEFAULT);
        var writer = node(Form.TAG, Strategy.DEFAULT);
        assertThat(staysAfterItsTagWasMadeInvalid(reader, writer, 1)).isFalse();
    }
}
