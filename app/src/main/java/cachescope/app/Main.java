package cachescope.app;

import cachescope.app.cli.CachescopeCommand;
import javafx.application.Application;

/** Starts the program: the window without arguments, a command with them. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            Application.launch(ExplorerApplication.class);
        } else {
            System.exit(CachescopeCommand.run(arguments));
        }
    }
}
