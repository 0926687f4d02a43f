package cachescope.app.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MessagesViewModelTest {
    private final MessagesViewModel model = new MessagesViewModel();

    @Test
    void theNewestMessageIsShownAndOlderOnesWait() {
        model.show("one");
        model.show("two");
        assertThat(model.textProperty().get()).isEqualTo("two");
        assertThat(model.waitingProperty().get()).isEqualTo(1);
        model.dismiss();
        assertThat(model.textProperty().get()).isEqualTo("one");
        model.dismiss();
        assertThat(model.shownProperty().get()).isFalse();
    }

    @Test
    void theSameMessageIsKeptOnce() {
        model.show("one");
        model.show("two");
        model.show("one");
        assertThat(model.textProperty().get()).isEqualTo("one");
        assertThat(model.waitingProperty().get()).isEqualTo(1);
    }

    @Test
    void whatIsNoLongerTrueIsWithdrawn() {
        model.show("Redis is lost.");
        model.withdraw("Redis is lost.");
        model.withdraw("never shown");
        assertThat(model.shownProperty().get()).isFalse();
    }

    @Test
    void onlySoManyAreKept() {
        IntStream.range(0, 100).forEach(i -> model.show("message " + i));
        assertThat(model.waitingProperty().get()).isEqualTo(MessagesViewModel.MESSAGES_MAX - 1);
    }
}
