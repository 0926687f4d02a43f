package cachescope.engine.projection.stampede;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StampedesTest {
    private final HotTraffic traffic = new HotTraffic();

    @Test
    void theLoadsThatBeginBeforeTheNextEntryIsThereBelongToTheExpiry() {
        filledOnce();
        traffic.reads(1, 105).loads(1, 106).reads(2, 107).loads(2, 108).reads(3, 109).loads(3, 110);
        traffic.loaded(1, 116).fills(1, 117, 217).answered(1, 118);
        traffic.loaded(2, 118).fills(2, 119, 219).loaded(3, 120).fills(3, 121, 221);
        assertThat(traffic.hot().expiries().latest())
                .containsExactly(new Expiry(117, 3, 11, false));
        assertThat(traffic.hot().entry()).contains(new SharedEntry(121, 221, 1));

        traffic.reads(4, 230).loads(4, 231).loaded(4, 240).fills(4, 241, 341);
        assertThat(traffic.hot().expiries().loadsPerExpiry()).isEqualTo(2.0);
        assertThat(traffic.hot().expiries().meanBareNanos()).isEqualTo((11 + 10) / 2.0);
        assertThat(traffic.hot().loads().most()).isEqualTo(3);
    }

    @Test
    void theFirstLoadOfAKeyIsOfNoExpiry() {
        filledOnce();
        assertThat(traffic.hot().expiries().count()).isZero();
        assertThat(traffic.hot().expiries().loadsPerExpiry()).isNaN();
    }

    @Test
    void anEntryThatWasDroppedOrEvictedHasNotExpired() {
        filledOnce();
        traffic.dropped(50).reads(1, 60).loads(1, 61).loaded(1, 71).fills(1, 72, 172);
        assertThat(traffic.hot().expiries().count()).isZero();
        traffic.misses(90).loads(2, 91).loaded(2, 99).fills(2, 100, 200);
        assertThat(traffic.hot().expiries().count()).isZero();
    }

    @Test
    void aLoadBeforeTheExpiryIsEarly() {
        filledOnce();
        traffic.reads(1, 90).refreshBegins(1, 90).loadsBehind(1, 91).answered(1, 91);
        assertThat(traffic.fold().readers(HotTraffic.KEY))
                .singleElement()
                .matches(Reader::background)
                .matches(Reader::loads);
        traffic.loadedBehind(1, 98).fillsBehind(1, 99, 199).refreshEnds(1, 90, 100);
        assertThat(traffic.hot().expiries().latest()).containsExactly(new Expiry(99, 1, 8, true));
        assertThat(traffic.hot().guard().refreshes()).isEqualTo(1);
        assertThat(traffic.fold().readers(HotTraffic.KEY)).isEmpty();
    }

    @Test
    void aFillThatIsRefusedEndsNoRound() {
        filledOnce();
        traffic.loads(1, 106).loaded(1, 110).isRefused(1, 111);
        assertThat(traffic.hot().expiries().count()).isZero();
        assertThat(traffic.hot().round().loads()).isEqualTo(1);
    }

    @Test
    void readersQueueWaitAndLoad() {
        filledOnce();
        traffic.reads(1, 101).reads(2, 102).reads(3, 103).loads(1, 104).waits(2, 105);
        var readers = traffic.fold().readers(HotTraffic.KEY);
        assertThat(readers).hasSize(3);
        assertThat(readers.get(0).loads()).isTrue();
        assertThat(readers.get(1).waitsSince()).isEqualTo(105);
        assertThat(readers.get(2).loads() || readers.get(2).waits()).isFalse();
        traffic.waitsNoMore(2, 105, 108).loaded(1, 109).answered(1, 110).answered(3, 110);
        assertThat(traffic.fold().readers(HotTraffic.KEY))
                .singleElement()
                .matches(reader -> !reader.waits());
    }

    @Test
    void theLockIsHeldUntilItIsReleased() {
        traffic.takesLock("t1", false, 10, 50).findsItLocked("t2", 11);
        assertThat(traffic.hot().lock()).contains(new KeyLock("t1", "app-1", 10, 50, false));
        traffic.takesLock("t1", true, 30, 90);
        assertThat(traffic.hot().lock()).contains(new KeyLock("t1", "app-1", 10, 90, false));
        traffic.releases("t1", 40);
        assertThat(traffic.hot().lock()).isEmpty();
    }

    @Test
    void aLockThatOutlivesAChangeOfTheEntrySaysSo() {
        traffic.takesLock("t1", false, 10, 50).reads(1, 11).loads(1, 12).loaded(1, 20);
        assertThat(traffic.hot().lock()).contains(new KeyLock("t1", "app-1", 10, 50, false));
        traffic.fills(1, 21, 121);
        assertThat(traffic.hot().lock()).contains(new KeyLock("t1", "app-1", 10, 50, true));
    }

    @Test
    void whatTheGuardDidIsCounted() {
        traffic.reads(1, 1).servedInGrace(1, 2).lateRefreshBegins(2, 3).waits(1, 3);
        traffic.givesUp(1, 3, 9);
        assertThat(traffic.hot().guard()).isEqualTo(new GuardCounts(0, 1, 1, 1));
        assertThat(traffic.fold().readers(HotTraffic.KEY).getFirst().waits()).isFalse();
    }

    @Test
    void demandAndLoadTimeAreMeasured() {
        for (int i = 0; i < 10; i++) {
            traffic.reads(i, 1_000_000_000L + i * 100_000_000L);
        }
        traffic.loads(0, 10).loaded(0, 40).loads(1, 50).loaded(1, 100);
        assertThat(traffic.hot().demand().perSecond(2_000_000_000L)).isEqualTo(10.0);
        assertThat(traffic.hot().loads().meanNanos()).isEqualTo(40.0);
    }

    @Test
    void anotherStrategyIsMeasuredAnew() {
        filledOnce();
        traffic.loads(1, 106).loads(2, 107).loaded(1, 110).fills(1, 111, 211);
        traffic.otherStrategy(112);
        assertThat(traffic.hot().expiries().count()).isZero();
        assertThat(traffic.hot().loads().inFlight()).isEqualTo(1);
        assertThat(traffic.hot().demand().reads()).isZero();
        traffic.reads(3, 219).loads(3, 220).loaded(3, 230).fills(3, 231, 331);
        assertThat(traffic.hot().expiries().loadsPerExpiry()).isEqualTo(1.0);
    }

    @Test
    void aReadOfTheDatabaseThatFillsNothingIsNoLoad() {
        filledOnce();
        traffic.loads(1, 106).loads(2, 106).readForNoCache(1, 110).failed(2, 111);
        assertThat(traffic.hot().round().loads()).isEqualTo(1);
        assertThat(traffic.hot().loads().inFlight()).isZero();
        assertThat(traffic.hot().loads().ended()).isEqualTo(1);
    }

    @Test
    void theBusiestKeyIsTheOneWithTheMostLoadsAtOnce() {
        assertThat(traffic.fold().busiest()).isEmpty();
        filledOnce();
        assertThat(traffic.fold().busiest()).contains(HotTraffic.KEY);
    }

    @Test
    void aCopyAndItsOriginalGoTheirOwnWays() {
        filledOnce();
        var original = traffic.fold();
        var copy = original.copy();
        original.clear();
        assertThat(copy.of(HotTraffic.KEY)).isPresent();
        assertThat(original.of(HotTraffic.KEY)).isEmpty();
    }

    /** One load whose entry expires at 100. */
    private void filledOnce() {
        traffic.reads(0, 0).loads(0, 1).loaded(0, 9).fills(0, 10, 100).answered(0, 11);
    }
}
