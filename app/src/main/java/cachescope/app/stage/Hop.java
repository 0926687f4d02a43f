package cachescope.app.stage;

/** A stretch between two neighbouring tiers. */
enum Hop {
    CLIENT_EDGE,
    EDGE_BALANCER,
    BALANCER_APP,
    APP_REDIS,
    APP_DATABASE
}
