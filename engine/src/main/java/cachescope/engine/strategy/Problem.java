package cachescope.engine.strategy;

/** Why a setting makes no sense, as one sentence. */
public record Problem(Setting setting, String reason) {}
