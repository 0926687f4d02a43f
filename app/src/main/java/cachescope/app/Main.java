package cachescope.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Starts the program and ends it with the command's exit code. */
@Command(
        name = "cachescope",
        version = "cachescope 0.1.0",
        mixinStandardHelpOptions = true,
        description = "A visual explorer of caching strategies.")
public final class Main implements Runnable {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
