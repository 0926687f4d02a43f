package cachescope.engine.strategy;

import cachescope.engine.strategy.fault.FaultRule;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the JSON form of one strategy, field by field, so that each complaint can say which field
 * it is about.
 */
final class StrategyReader {
    private static final JsonFactory JSON = new JsonFactory();

    private final String source;
    private final String text;
    private final Set<Setting> seen = EnumSet.noneOf(Setting.class);

    StrategyReader(String source, String text) {
        this.source = source;
        this.text = text;
    }

    Strategy read() throws StrategyException {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            return object(new FieldReader(source, parser));
        } catch (JacksonException notJson) {
            throw new StrategyException(
                    "%s: expected JSON, but %s is not: %s."
                            .formatted(source, place(notJson.getLocation()), reason(notJson)),
                    notJson);
        }
    }

    /** What the parser says, without what it says of itself. */
    private static String reason(JacksonException notJson) {
        var message = notJson.getOriginalMessage();
        int end = message.indexOf(" (start marker");
        return end < 0 ? message : message.substring(0, end);
    }

    private static String place(@Nullable TokenStreamLocation location) {
        return location == null
                ? "this"
                : "line %s, column %s".formatted(location.getLineNr(), location.getColumnNr());
    }

    private Strategy object(FieldReader fields) throws StrategyException {
        if (!fields.goesTo(JsonToken.START_OBJECT)) {
            throw fields.complaint(
                    "expected a JSON object with the fields of a strategy, but found "
                            + fields.found());
        }
        var strategy = Strategy.DEFAULT;
        while (fields.goesTo(JsonToken.PROPERTY_NAME)) {
            var setting = setting(fields);
            fields.next();
            strategy = with(strategy, setting, fields);
        }
        fields.next();
        if (!fields.isAtEnd()) {
            throw fields.complaint(
                    "expected the end after the JSON object, but found " + fields.found());
        }
        return strategy;
    }

    private Setting setting(FieldReader fields) throws StrategyException {
        var name = fields.name();
        var setting = Setting.labelled(name);
        if (setting.isEmpty()) {
            var hint = Labels.hint(name, Setting.labels());
            throw fields.complaint("unknown field %s%s".formatted(Quoted.of(name), hint));
        }
        if (!seen.add(setting.get())) {
            throw fields.complaint("field '%s' is there twice".formatted(name));
        }
        return setting.get();
    }

    private static Strategy with(Strategy strategy, Setting setting, FieldReader fields)
            throws StrategyException {
        var field = setting.label();
        var queue = strategy.writeQueue();
        var conditions = strategy.conditions();
        var expiry = strategy.expiry();
        var invalidation = strategy.invalidation();
        var guard = strategy.guard();
        var cluster = strategy.cluster();
        return switch (setting) {
            case PATTERN -> strategy.withPattern(fields.text(field, "a pattern", PatternName::of));
            case TTL -> strategy.withTimeToLive(fields.duration(field));
            case NEGATIVE_TTL -> strategy.withNegativeTimeToLive(fields.duration(field));
            case EXPIRY ->
                    strategy.withExpiry(
                            expiry.withName(fields.text(field, "an expiry", ExpiryName::of)));
            case JITTER ->
                    strategy.withExpiry(
                            expiry.withJitter(fields.number(field, "a number from 0 to 1")));
            case ADAPTIVE ->
                    strategy.withExpiry(
                            expiry.withSteps(
                                    fields.text(field, "adaptive TTLs", AdaptiveSteps::parse)));
            case INVALIDATION ->
                    strategy.withInvalidation(
                            invalidation.withName(
                                    fields.text(field, "an invalidation", InvalidationName::of)));
            case TAGS ->
                    strategy.withInvalidation(
                            invalidation.withTags(
                                    fields.text(field, "versions or sets", TagForm::of)));
            case GUARD ->
                    strategy.withGuard(
                            guard.withName(fields.text(field, "a guard", GuardName::of)));
            case BETA -> strategy.withGuard(guard.withBeta(fields.number(field, "a number")));
            case LOCK_TTL -> strategy.withGuard(guard.withLockTime(fields.duration(field)));
            case LOCK_WAIT -> strategy.withGuard(guard.withLockWait(fields.duration(field)));
            case ON_LOCK_TIMEOUT ->
                    strategy.withGuard(
                            guard.withOnTimeout(
                                    fields.text(field, "load or fail", OnLockTimeout::of)));
            case NODES -> strategy.withCluster(cluster.withNodes(fields.integer(field)));
            case BALANCER ->
                    strategy.withCluster(
                            cluster.withBalancer(fields.text(field, "a balancer", Balancer::of)));
            case NEAR_CACHE ->
                    strategy.withCluster(cluster.withNearCapacity(fields.integer(field)));
            case NEAR_TTL ->
                    strategy.withCluster(
                            cluster.withNearTimeToLive(
                                    fields.text(field, "a duration or ttl", NearTtl::parse)));
            case EVICTION ->
                    strategy.withEviction(fields.text(field, "an eviction", EvictionName::of));
            case ON_WRITE ->
                    strategy.withOnWrite(fields.text(field, "delete or update", OnWrite::of));
            case REFRESH_AT ->
                    strategy.withRefreshAt(fields.number(field, "a number between 0 and 1"));
            case WRITE_DELAY -> strategy.withWriteQueue(queue.withDelay(fields.duration(field)));
            case WRITE_BATCH -> strategy.withWriteQueue(queue.withBatch(fields.integer(field)));
            case WRITE_QUEUE -> strategy.withWriteQueue(queue.withCapacity(fields.integer(field)));
            case WRITE_ATTEMPTS ->
                    strategy.withWriteQueue(queue.withAttempts(fields.integer(field)));
            case WRITE_BACKOFF ->
                    strategy.withWriteQueue(queue.withBackoff(fields.duration(field)));
            case DATABASE_DELAY -> strategy.withDatabaseDelay(fields.duration(field));
            case CONCURRENCY -> strategy.withConcurrency(fields.integer(field));
            case WITHOUT -> strategy.withWithout(fixes(field, fields));
            case CACHE_CAPACITY ->
                    strategy.withConditions(conditions.withCacheCapacity(fields.integer(field)));
            case LATENCY ->
                    strategy.withConditions(
                            conditions.withLatency(new LatencyReader(fields).read()));
            case FAULTS -> strategy.withConditions(conditions.withFaults(faults(field, fields)));
        };
    }

    private static Set<Fix> fixes(String field, FieldReader fields) throws StrategyException {
        return Set.copyOf(fields.list(field, "a list of the names of fixes", "a fix", Fix::of));
    }

    private static List<FaultRule> faults(String field, FieldReader fields)
            throws StrategyException {
        return fields.list(field, "a list of faults", "a fault", FaultText::parse);
    }
}
