/**
 * How the window looks: colours by name in a dark and a light form, fonts, and the sheets that
 * restyle plain controls. Colours are kept in css; whoever draws on a canvas reads them from the
 * {@link cachescope.app.theme.Palette}.
 */
@NullMarked
package cachescope.app.theme;

import org.jspecify.annotations.NullMarked;
