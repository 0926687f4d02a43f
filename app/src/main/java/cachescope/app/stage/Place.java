package cachescope.app.stage;

import cachescope.engine.event.Tier;

/**
 * A box on the stage: a tier, or one node of the application; {@code node} is empty where the tier
 * is one.
 */
record Place(Tier tier, String node) {

    static Place of(Tier tier) {
        return new Place(tier, "");
    }

    static Place app(String node) {
        return new Place(Tier.APP, node);
    }
}
