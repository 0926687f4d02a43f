package cachescope.engine.simulation;

import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.CallNotes;
import cachescope.engine.port.Command;
import cachescope.engine.port.CommandText;
import cachescope.engine.port.Reply;
import cachescope.engine.port.StructureStore;
import cachescope.engine.simulation.Structure.Hash;
import cachescope.engine.simulation.Structure.Members;
import cachescope.engine.simulation.Structure.Sequence;
import cachescope.engine.simulation.Structure.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Structures in memory that keep to the contract of those in Redis; times to live to the
 * nanosecond. Notes the commands as they would be sent. Never unavailable, and never waits:
 * decorators make it so. Thread-safe.
 */
public final class SimulatedStructures implements StructureStore, Holding {
    private final LongSupplier now;
    private final UnaryOperator<String> naming;
    private final Map<String, Kept> kept = new LinkedHashMap<>();

    /**
     * @param now nanoseconds from anywhere
     * @param naming the names of keys as they are told
     */
    public SimulatedStructures(LongSupplier now, UnaryOperator<String> naming) {
        this.now = now;
        this.naming = naming;
    }

    private record Kept(Structure structure, long until) {}

    /** A command refused, with what is told of it. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String what) {
            super("The simulated Redis " + what + ".");
        }
    }

    @Override
    public List<Reply> pipeline(List<Command> commands) throws CacheUnavailable {
        StructureStore.check(commands);
        return carryOut(commands);
    }

    @Override
    public List<Reply> transaction(List<Command> commands) throws CacheUnavailable {
        StructureStore.check(commands);
        CallNotes.sent("MULTI");
        try {
            return carryOut(commands);
        } finally {
            CallNotes.sent("EXEC");
        }
    }

    @Override
    public synchronized void each(Consumer<Held> look) {
        long time = now.getAsLong();
        kept.forEach((key, value) -> {
            if (time < value.until) {
                look.accept(
                        new Held(
                                key,
                                value::structure,
                                value.until == NEVER ? NEVER : value.until - time));
            }
        });
    }

    private synchronized List<Reply> carryOut(List<Command> commands) throws CacheUnavailable {
        var replies = new ArrayList<Reply>();
        Refused first = null;
        for (var command : commands) {
            CallNotes.sent(CommandText.of(command.words(naming).toArray(String[]::new)));
            try {
                replies.add(reply(command));
            } catch (Refused refusal) {
                first = first == null ? refusal : first;
            }
        }
        if (first != null) {
            throw new CacheUnavailable(String.valueOf(first.getMessage()), false, first);
        }
        return List.copyOf(replies);
    }

    private Reply reply(Command command) throws Refused {
        return switch (command) {
            case Command.Get get -> text(at(get, Text.class).map(Text::value));
            case Command.SetString set -> set(set.key(), set.value(), set.timeToLive());
            case Command.SetStringIfAbsent set ->
                    live(set.key()) == null
                            ? set(set.key(), set.value(), set.timeToLive())
                            : new Reply.Nothing();
            case Command.Incr add -> increment(add);
            case Command.HSet set -> set(set);
            case Command.HSetIfPresent set -> set(set);
            case Command.HGet get ->
                    text(
                            at(get, Hash.class)
                                    .flatMap(hash ->
                                            Optional.ofNullable(hash.fields().get(get.field()))));
            case Command.HGetAll get -> texts(at(get, Hash.class));
            case Command.LPush push -> push(push);
            case Command.LTrim trim -> trim(trim);
            case Command.LRange range ->
                    new Reply.Texts(
                            at(range, Sequence.class)
                                    .map(Structure::parts)
                                    .orElse(List.of())
                                    .stream()
                                    .limit(range.count())
                                    .toList());
            case Command.SAdd add -> add(add);
            case Command.SMembers get -> texts(at(get, Members.class));
            case Command.SInter meet -> intersection(meet);
            case Command.Expire expire -> expire(expire);
            case Command.Del remove -> remove(remove);
        };
    }

    private Reply set(String key, String value, Duration timeToLive) {
        keep(key, new Text(value), now.getAsLong() + timeToLive.toNanos());
        return new Reply.Text("OK");
    }

    private Reply increment(Command.Incr add) throws Refused {
        var there = at(add, Text.class).map(Text::value).orElse("0");
        try {
            long sum = Math.addExact(Long.parseLong(there), 1);
            keep(add.key(), new Text(Long.toString(sum)), until(add.key()));
            return new Reply.Count(sum);
        } catch (ArithmeticException | NumberFormatException none) {
            throw new Refused(add.noNumber(naming));
        }
    }

    private Reply set(Command.HSet set) throws Refused {
        var fields = made(set, Hash.class, Hash::new).fields();
        int before = fields.size();
        fields.putAll(set.fields());
        return new Reply.Count(fields.size() - before);
    }

    private Reply set(Command.HSetIfPresent set) throws Refused {
        var hash = at(set, Hash.class);
        hash.ifPresent(there -> there.fields().put(set.field(), set.value()));
        return new Reply.Count(hash.isPresent() ? 1 : 0);
    }

    private Reply push(Command.LPush push) throws Refused {
        var values = made(push, Sequence.class, Sequence::new).values();
        push.values().forEach(values::addFirst);
        return new Reply.Count(values.size());
    }

    private Reply trim(Command.LTrim trim) throws Refused {
        at(trim, Sequence.class)
                .ifPresent(there -> {
                    while (there.values().size() > trim.length()) {
                        there.values().removeLast();
                    }
                });
        return new Reply.Text("OK");
    }

    private Reply add(Command.SAdd add) throws Refused {
        var members = made(add, Members.class, Members::new).members();
        int before = members.size();
        members.addAll(add.members());
        return new Reply.Count(members.size() - before);
    }

    private Reply intersection(Command.SInter meet) throws Refused {
        var common = new LinkedHashSet<String>(members(meet, meet.key()));
        for (var key : meet.keys()) {
            common.retainAll(members(meet, key));
        }
        return new Reply.Texts(List.copyOf(common));
    }

    private List<String> members(Command command, String key) throws Refused {
        return at(command, key, Members.class).map(Structure::parts).orElse(List.of());
    }

    private Reply expire(Command.Expire expire) {
        var there = live(expire.key());
        if (there == null) {
            return new Reply.Count(0);
        }
        keep(expire.key(), there.structure, now.getAsLong() + expire.timeToLive().toNanos());
        return new Reply.Count(1);
    }

    private Reply remove(Command.Del remove) {
        long removed = remove.keys().stream().distinct().filter(key -> live(key) != null).count();
        remove.keys().forEach(kept::remove);
        return new Reply.Count(removed);
    }

    private static Reply text(Optional<String> found) {
        return found.<Reply>map(Reply.Text::new).orElseGet(Reply.Nothing::new);
    }

    private static Reply texts(Optional<? extends Structure> found) {
        return new Reply.Texts(found.map(Structure::parts).orElse(List.of()));
    }

    /** The structure that a command is about, made where there is none. */
    private <S extends Structure> S made(Command command, Class<S> kind, Supplier<S> maker)
            throws Refused {
        var there = at(command, kind);
        if (there.isPresent()) {
            return there.get();
        }
        var made = maker.get();
        keep(command.key(), made, NEVER);
        return made;
    }

    private <S extends Structure> Optional<S> at(Command command, Class<S> kind) throws Refused {
        return at(command, command.key(), kind);
    }

    private <S extends Structure> Optional<S> at(Command command, String key, Class<S> kind)
            throws Refused {
        var there = live(key);
        if (there == null) {
            return Optional.empty();
        }
        if (!kind.isInstance(there.structure)) {
            throw new Refused(command.wrongType(naming));
        }
        return Optional.of(kind.cast(there.structure));
    }

    private long until(String key) {
        var there = live(key);
        return there == null ? NEVER : there.until;
    }

    /** What a key holds; what has expired is dropped. */
    private @Nullable Kept live(String key) {
        var there = kept.get(key);
        if (there != null && there.until <= now.getAsLong()) {
            kept.remove(key);
            return null;
        }
        return there;
    }

    private void keep(String key, Structure structure, long until) {
        kept.put(key, new Kept(structure, until));
    }
}
