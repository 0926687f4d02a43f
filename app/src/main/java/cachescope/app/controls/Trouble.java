package cachescope.app.controls;

/** What a person can make go wrong while a run goes on. */
enum Trouble {
    /** Kills the chosen node, or starts it where it is down. */
    NODE(
            "Kill",
            "The node dies with all that it has in memory, and the balancer passes it over until it is started again."),
    SUBSCRIPTION(
            "Cut subscription",
            "The connection over which the node hears messages breaks; it is made again, and what was sent meanwhile is missed."),
    MESSAGE(
            "Lose next message",
            "The next message to the node is lost on its way; the other nodes get it."),
    EXPIRY("Expire now", "The entry of the key expires now, in all caches."),
    WRITE("Write outside", "Another program writes the record of the key, and tells no cache."),
    PAUSE("Pause Redis 2 s", "Redis answers nobody for two seconds, as a process that is stopped.");

    private final String title;
    private final String sentence;

    Trouble(String title, String sentence) {
        this.title = title;
        this.sentence = sentence;
    }

    /** What its button says. */
    String title() {
        return title;
    }

    /** What it does, in a sentence or two. */
    String sentence() {
        return sentence;
    }
}
