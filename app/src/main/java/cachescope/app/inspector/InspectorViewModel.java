package cachescope.app.inspector;

import cachescope.app.frame.Frame;
import cachescope.app.frame.Selection;
import cachescope.app.words.Nodes;
import cachescope.app.words.TierWords;
import cachescope.engine.event.EventLog;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyProperty;
import org.jspecify.annotations.Nullable;

/** What the inspector tells about the selection. For the FX thread. */
public final class InspectorViewModel {

    /** What is shown. */
    public sealed interface Content {
        /** Nothing is selected: the run, by its numbers up to the time shown. */
        record OfRun(List<Figure> figures) implements Content {}

        /** What is selected is not in the part of the log that can be read. */
        record Gone(String words) implements Content {}

        record OfStory(Story story) implements Content {}

        /** A tier, by its title and its numbers over the last seconds. */
        record OfTier(String kicker, String title, List<Figure> figures) implements Content {}
    }

    /** How many frames pass before a story that is not over is looked up again. */
    private static final int FRAMES_BETWEEN = 12;

    private final ReadOnlyObjectWrapper<Content> content =
            new ReadOnlyObjectWrapper<>(new Content.OfRun(List.of()));
    private final ReadOnlyProperty<Selection> selection;
    private Selection told = new Selection.Nothing();
    private @Nullable EventLog toldOf;
    private long near;
    private long seenSize = -1;
    private int framesPassed;

    public InspectorViewModel(ReadOnlyProperty<Selection> selection) {
        this.selection = selection;
    }

    public ReadOnlyObjectProperty<Content> contentProperty() {
        return content.getReadOnlyProperty();
    }

    /** Takes in what is to be shown. A story that is over is not looked up again. */
    public void show(Frame frame) {
        var chosen = selection.getValue();
        if (!chosen.equals(told) || frame.log() != toldOf) {
            told = chosen;
            toldOf = frame.log();
            near = frame.time();
            seenSize = -1;
        }
        switch (chosen) {
            case Selection.Nothing _ -> content.set(run(frame));
            case Selection.OfTier of -> content.set(tier(of, frame));
            case Selection.OfRequest of -> showStory(of, frame, "Request " + of.request());
            case Selection.OfBackground of -> showStory(of, frame, of.task());
        }
    }

    private void showStory(Selection chosen, Frame frame, String name) {
        boolean complete =
                seenSize >= 0
                        && content.get() instanceof Content.OfStory(Story story)
                        && !story.open();
        boolean early = seenSize >= 0 && ++framesPassed < FRAMES_BETWEEN;
        if (complete || early || frame.log().size() == seenSize) {
            return;
        }
        framesPassed = 0;
        seenSize = frame.log().size();
        Optional<Content> found = StoryFinder.find(chosen, frame, near).map(Content.OfStory::new);
        content.set(
                found.orElseGet(() ->
                        new Content.Gone(name + " is not in the part of the log that is kept.")));
    }

    private static Content run(Frame frame) {
        return new Content.OfRun(RunFigures.of(frame.whole().timeline(), frame.numbersTime()));
    }

    private static Content tier(Selection.OfTier of, Frame frame) {
        long time = frame.numbersTime();
        boolean oneOfSeveral =
                !of.node().isEmpty() && frame.whole().course().nodesAt(time).size() > 1;
        var figures =
                oneOfSeveral
                        ? TierFigures.ofNode(of.node(), frame, time)
                        : TierFigures.of(of.tier(), frame.shown().tierLoads(), time);
        var title = of.node().isEmpty() ? TierWords.title(of.tier()) : Nodes.title(of.node());
        return new Content.OfTier("TIER", title, figures);
    }
}
