package cachescope.app;

import cachescope.app.cli.CachescopeCommand;

/** Starts the program: the window without arguments, a command with them. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(CachescopeCommand.run(arguments));
    }
}
