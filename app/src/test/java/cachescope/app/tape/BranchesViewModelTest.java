package cachescope.app.tape;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.EventLog;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BranchesViewModelTest {
    private final List<String> done = new ArrayList<>();
    private final EventLog first = new EventLog();
    private final EventLog second = new EventLog();
    private final BranchesViewModel model = new BranchesViewModel();

    BranchesViewModelTest() {
        model.whenChosen(side -> done.add(side.name()));
        model.whenForked(() -> done.add("fork"));
    }

    @Test
    void oneRunCannotBeSwitched() {
        model.toggle();
        model.choose(Side.B);
        assertThat(done).isEmpty();
        assertThat(model.sideOf(first)).isEqualTo(Side.A);
    }

    @Test
    void ofTwoRunsTheOtherIsChosen() {
        model.show("a", "b", second, 3, Side.B);
        assertThat(model.sideOf(second)).isEqualTo(Side.B);
        assertThat(model.sideOf(first)).isEqualTo(Side.A);
        assertThat(model.beginOf(Side.B)).isEqualTo(3);
        assertThat(model.beginOf(Side.A)).isZero();
        model.choose(Side.B);
        assertThat(done).isEmpty();
        model.toggle();
        assertThat(done).containsExactly("A");
    }

    @Test
    void afterAnotherFirstRunThereIsNoBranch() {
        model.show("a", "b", second, 3, Side.B);
        model.clear();
        assertThat(model.branchedProperty().get()).isFalse();
        assertThat(model.shownProperty().get()).isEqualTo(Side.A);
        assertThat(model.sideOf(second)).isEqualTo(Side.A);
    }

    @Test
    void aForkNeedsSomethingToForkAndNoReasonAgainstIt() {
        model.fork();
        model.offerFork(true, "There is no request in this log.");
        model.fork();
        assertThat(done).isEmpty();
        model.offerFork(true, "");
        model.fork();
        assertThat(done).containsExactly("fork");
    }
}
