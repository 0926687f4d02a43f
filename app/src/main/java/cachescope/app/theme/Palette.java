package cachescope.app.theme;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.converter.PaintConverter;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/**
 * The colours of the theme for those who draw on a canvas: a node without a picture that css
 * paints. It must stand in the scene; before css has reached it every colour is black. FX thread
 * only.
 */
public final class Palette extends Region {
    private static final Map<Tone, CssMetaData<Palette, Paint>> CSS = new EnumMap<>(Tone.class);
    private static final List<CssMetaData<? extends Styleable, ?>> ALL;

    static {
        for (var tone : Tone.values()) {
            CSS.put(tone, new ToneCss(tone));
        }
        var all = new ArrayList<CssMetaData<? extends Styleable, ?>>(Region.getClassCssMetaData());
        all.addAll(CSS.values());
        ALL = List.copyOf(all);
    }

    private final Map<Tone, SimpleStyleableObjectProperty<Paint>> colours =
            new EnumMap<>(Tone.class);
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper(this, "revision");

    public Palette() {
        getStyleClass().add("palette");
        setManaged(false);
        setMouseTransparent(true);
        for (var entry : CSS.entrySet()) {
            var colour =
                    new SimpleStyleableObjectProperty<Paint>(
                            entry.getValue(), this, entry.getKey().cssName(), Color.BLACK);
            colour.addListener((_, _, _) -> revision.set(revision.get() + 1));
            colours.put(entry.getKey(), colour);
        }
    }

    /** The colour of a tone in the present theme. */
    public Color get(Tone tone) {
        var colour = colours.get(tone);
        return colour != null && colour.get() instanceof Color plain ? plain : Color.BLACK;
    }

    /** Grows whenever a colour changes: what was drawn with an older one is out of date. */
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return ALL;
    }

    private static final class ToneCss extends CssMetaData<Palette, Paint> {
        private final Tone tone;

        ToneCss(Tone tone) {
            super("-tone" + tone.cssName(), PaintConverter.getInstance(), Color.BLACK);
            this.tone = tone;
        }

        @Override
        public boolean isSettable(Palette palette) {
            return true;
        }

        @Override
        public StyleableProperty<Paint> getStyleableProperty(Palette palette) {
            return Objects.requireNonNull(palette.colours.get(tone));
        }
    }
}
