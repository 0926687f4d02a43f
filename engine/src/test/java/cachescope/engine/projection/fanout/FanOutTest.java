package cachescope.engine.projection.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cachescope.engine.projection.fanout.Arrival.Fate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FanOutTest {
    private static final long EXPIRY = 1_000;

    private final Cluster cluster =
            new Cluster()
                    .listens("app-1", 0)
                    .listens("app-2", 0)
                    .listens("app-10", 0)
                    .filled("app-1", "a", 1, 1, EXPIRY)
                    .filled("app-2", "a", 1, 2, EXPIRY)
                    .filledRedis("a", 1, 3);

    @Test
    void aMessageIsAboutWhatWasCommittedBeforeIt() {
        cluster.committed(7, "other", 4, 8).committed(7, "a", 2, 10);
        cluster.published(0, 7, "a 2", 11).published(1, 8, "tag of many 17", 12);
        assertThat(cluster.fold().messages())
                .extracting(Message::key, Message::version)
                .containsExactly(tuple("a", 2L), tuple("tag of many", 0L));
    }

    @Test
    void aMessageThatNamesItsKeyIsAboutThat() {
        cluster.committed(7, "user:7", 2, 10).committed(7, "user:8", 5, 10);
        cluster.published(0, 7, "{\"type\":\"user\",\"id\":\"7\",\"version\":2}", 11);
        cluster.published(1, 7, "{\"type\":\"\",\"id\":null,\"pattern\":\"user:*\"}", 12);
        cluster.published(2, 7, "{\"type\":\"user\",\"id\":\"cut", 13);
        assertThat(cluster.fold().messages())
                .extracting(Message::key, Message::version)
                .containsExactly(tuple("user:7", 2L), tuple("user:8", 5L), tuple("user:8", 5L));
    }

    @Test
    void nodesStandInTheOrderOfTheirNumbers() {
        assertThat(cluster.fold().nodes())
                .extracting(Subscriber::node)
                .containsExactly("app-1", "app-2", "app-10");
    }

    @Test
    void whatAMessageDropsIsNoCopyAnyMore() {
        cluster.committed(7, "a", 2, 10).published(0, 7, "a", 11).delivered(0, "app-2", 12);
        assertThat(near("app-2", 12)).containsExactly(1L);
        cluster.dropped(0, "app-2", "a", 13);
        var fold = cluster.fold();
        assertThat(near("app-2", 13)).isEmpty();
        var arrival = fold.messages().getLast().at("app-2").orElseThrow();
        assertThat(arrival.fate()).isEqualTo(Fate.DELIVERED);
        assertThat(arrival.droppedAt()).isEqualTo(13);
        assertThat(arrival.droppedVersion()).isEqualTo(1);
        assertThat(near("app-1", 13)).containsExactly(1L);
        assertThat(fold.copies("a").orElseThrow().committed()).isEqualTo(2);
    }

    @Test
    void whatASweepDropsInANodeIsNoCopyThereAnyMore() {
        cluster.filled("app-2", "b", 1, 3, EXPIRY).swept(0, "app-2", "a*", 13);
        assertThat(near("app-2", 13)).isEmpty();
        assertThat(near("app-1", 13)).containsExactly(1L);
        assertThat(cluster.fold().near("app-2", "b", 13)).isPresent();
    }

    @Test
    void aMessageIsLateIfTheNodeAnsweredWithTheOvertakenVersionBefore() {
        cluster.hit("app-2", "a", 1, 9).committed(7, "a", 2, 10).published(0, 7, "a", 11);
        cluster.hit("app-1", "a", 1, 12).delivered(0, "app-1", 13).delivered(0, "app-2", 13);
        var message = cluster.fold().messages().getLast();
        assertThat(message.at("app-1").orElseThrow().fate()).isEqualTo(Fate.LATE);
        assertThat(message.at("app-2").orElseThrow().fate()).isEqualTo(Fate.DELIVERED);
        assertThat(cluster.fold().totals().late()).isEqualTo(1);
    }

    @Test
    void aNodeThatLostAMessageIsStaleWhileItHoldsTheCopy() {
        cluster.committed(7, "a", 2, 10).published(0, 7, "a", 11).lost(0, "app-2", 12);
        assertThat(stale("app-2", 12)).extracting(Missed::message).containsExactly(0L);
        assertThat(stale("app-1", 12)).isEmpty();
        assertThat(stale("app-2", EXPIRY)).isEmpty();
    }

    @Test
    void aStaleNodeIsHealedByAFlushAMissAFillAndItsEnd() {
        cluster.committed(7, "a", 2, 10).published(0, 7, "a", 11).lost(0, "app-2", 12);
        cluster.flushed("app-2", 20);
        assertThat(stale("app-2", 20)).isEmpty();

        cluster.filled("app-2", "a", 1, 21, EXPIRY).lost(0, "app-2", 22).missed("app-2", "a", 23);
        assertThat(stale("app-2", 23)).isEmpty();

        cluster.filled("app-2", "a", 1, 24, EXPIRY);
        assertThat(stale("app-2", 24)).hasSize(1);
        cluster.filled("app-2", "a", 2, 25, EXPIRY);
        assertThat(stale("app-2", 25)).isEmpty();

        cluster.filled("app-2", "a", 1, 26, EXPIRY).stopped("app-2", 27);
        assertThat(stale("app-2", 27)).isEmpty();
        assertThat(near("app-2", 27)).isEmpty();
    }

    @Test
    void whoDoesNotListenMissesWhatIsSent() {
        cluster.listensNoMore("app-2", 9).committed(7, "a", 2, 10).published(0, 7, "a", 11);
        assertThat(stale("app-2", 11)).hasSize(1);
        assertThat(cluster.fold().messages().getLast().at("app-2").orElseThrow().fate())
                .isEqualTo(Fate.AWAY);
        assertThat(cluster.fold().totals().away()).isEqualTo(1);
        cluster.listens("app-2", 12).committed(8, "a", 3, 13).published(1, 8, "a", 14);
        assertThat(cluster.fold().messages().getLast().at("app-2")).isEmpty();
    }

    @Test
    void aNodeThatWasKilledMissesNothing() {
        cluster.stopped("app-2", 9).committed(7, "a", 2, 10).published(0, 7, "a", 11);
        assertThat(cluster.fold().totals().away()).isZero();
    }

    @Test
    void aDeliveryMayBeToldBeforeTheSending() {
        cluster.committed(7, "a", 2, 10).delivered(0, "app-2", 12).lost(0, "app-1", 12);
        assertThat(stale("app-1", 12)).isEmpty();
        cluster.published(0, 7, "a", 11);
        var message = cluster.fold().messages().getLast();
        assertThat(cluster.fold().messages()).hasSize(1);
        assertThat(message.key()).isEqualTo("a");
        assertThat(message.startedAt()).isEqualTo(11);
        assertThat(message.at("app-2")).isPresent();
        assertThat(stale("app-1", 12)).hasSize(1);
    }

    @Test
    void theCostIsCounted() {
        cluster.committed(7, "a", 2, 10).published(0, 7, "aé", 11);
        for (var node : List.of("app-1", "app-2")) {
            cluster.delivered(0, node, 12);
        }
        cluster.lost(0, "app-10", 12).committed(8, "b", 2, 13);
        assertThat(cluster.fold().totals())
                .isEqualTo(new MessageTotals(1, 2, 0, 1, 0, 3 * (1 + 3), 2));
        assertThat(cluster.fold().totals().deliveriesPerWrite()).isEqualTo(1.0);
    }

    @Test
    void aCopyAndItsOriginalGoTheirOwnWays() {
        cluster.committed(7, "a", 2, 10).published(0, 7, "a", 11);
        var copy = cluster.fold().copy();
        cluster.lost(0, "app-2", 12).dropped(0, "app-1", "a", 13);
        assertThat(copy.messages().getLast().arrivals()).isEmpty();
        assertThat(copy.totals().lost()).isZero();
        assertThat(copy.near("app-1", "a", 13)).isPresent();
        assertThat(stale("app-2", 13)).hasSize(1);
    }

    @Test
    void onlyTheLatestMessagesAreKept() {
        for (int i = 0; i < 2 * SentMessages.MESSAGES_MAX; i++) {
            cluster.published(i, i, "k" + i, 20 + i);
        }
        assertThat(cluster.fold().messages()).hasSize(SentMessages.MESSAGES_MAX);
        assertThat(cluster.fold().messages().getLast().number())
                .isEqualTo(2 * SentMessages.MESSAGES_MAX - 1);
    }

    private List<Long> near(String node, long time) {
        return cluster.fold().near(node, "a", time).map(Copy::version).stream().toList();
    }

    private List<Missed> stale(String node, long time) {
        var fold = cluster.fold();
        return fold.nodes().stream()
                .filter(known -> known.node().equals(node))
                .flatMap(known -> fold.stale(known, time).stream())
                .toList();
    }
}
