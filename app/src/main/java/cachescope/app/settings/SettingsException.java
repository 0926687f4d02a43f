package cachescope.app.settings;

import org.jspecify.annotations.Nullable;

/**
 * Settings could not be read or written; the message is what is wrong, as the end of a sentence.
 */
public final class SettingsException extends Exception {
    private static final long serialVersionUID = 1L;

    SettingsException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
