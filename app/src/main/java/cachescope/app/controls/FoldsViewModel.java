package cachescope.app.controls;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** Which sections of the strategy panel are open. For the FX thread. */
public final class FoldsViewModel {
    private final Map<Section, BooleanProperty> open = new EnumMap<>(Section.class);

    /**
     * @param folded the names of those that were folded when the window was closed; empty where
     *     nothing is remembered. Unknown names are passed over.
     */
    public FoldsViewModel(Optional<List<String>> folded) {
        for (var section : Section.values()) {
            boolean opened =
                    folded.map(names -> !names.contains(section.label()))
                            .orElse(section.isOpenAtFirst());
            open.put(section, new SimpleBooleanProperty(this, section.label(), opened));
        }
    }

    /** Whether a section is open. */
    public BooleanProperty openProperty(Section section) {
        return Objects.requireNonNull(open.get(section), section::name);
    }

    /** The names of the sections that are folded, to be remembered. */
    public List<String> folded() {
        return Arrays.stream(Section.values())
                .filter(section -> !openProperty(section).get())
                .map(Section::label)
                .toList();
    }
}
