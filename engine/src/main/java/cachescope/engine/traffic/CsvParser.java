package cachescope.engine.traffic;

import cachescope.engine.event.Operation;
import cachescope.engine.traffic.line.BadLine;
import cachescope.engine.traffic.line.DelimitedFields;
import cachescope.engine.traffic.line.Excerpt;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads csv. The first line names the columns, unless their numbers were given; the delimiter is
 * found out from it. An empty field of size, client or ttl says that it is unknown. Blank lines
 * hold nothing.
 */
final class CsvParser implements LineParser {
    private final TimeAxis axis;
    private final TimeAxis clock = TimeAxis.ofClock(Duration.ZERO);
    private final ClockTime clockTime = new ClockTime();
    private final EvenTimes evenTimes;
    private @Nullable CsvColumns columns;
    private @Nullable Character delimiter;

    CsvParser(ReadingOptions options) {
        axis = TimeAxis.fromStart();
        evenTimes = new EvenTimes(options.rate());
        columns = options.columns();
    }

    static boolean recognises(String firstLine, ReadingOptions options) {
        return options.columns() != null || CsvDelimiter.ofHeader(firstLine).isPresent();
    }

    @Override
    public void parse(String line, RequestSink requests) throws BadLine {
        if (line.isBlank()) {
            return;
        }
        if (columns == null) {
            readHeader(line);
        } else {
            requests.accept(request(fields(line, columns), columns));
        }
    }

    private void readHeader(String line) throws BadLine {
        char found =
                CsvDelimiter.ofHeader(line)
                        .orElseThrow(() ->
                                new BadLine(
                                        "expected a header that names a column key (and others of at, time, op,"
                                                + " size, client, ttl), found "
                                                + Excerpt.of(line)));
        delimiter = found;
        columns = CsvColumns.inHeader(DelimitedFields.of(line, found)).orElseThrow();
    }

    private List<String> fields(String line, CsvColumns columns) throws BadLine {
        if (delimiter == null) {
            delimiter =
                    CsvDelimiter.ofValues(line, columns)
                            .orElseThrow(() ->
                                    new BadLine(
                                            "expected at least "
                                                    + columns.fieldsNeeded()
                                                    + " fields with a delimiter between them, found "
                                                    + Excerpt.of(line)));
        }
        var fields = DelimitedFields.of(line, delimiter);
        if (fields.size() < columns.fieldsNeeded()) {
            throw new BadLine(
                    "expected at least "
                            + columns.fieldsNeeded()
                            + " fields, found "
                            + fields.size());
        }
        return fields;
    }

    private Request request(List<String> fields, CsvColumns columns) throws BadLine {
        var values = new Values(fields, columns);
        var key = Quantities.key("key", values.required(CsvColumn.KEY, "a key"));
        var operation =
                columns.number(CsvColumn.OPERATION).isEmpty()
                        ? Operation.READ
                        : operation(values.required(CsvColumn.OPERATION, "READ, WRITE or DELETE"));
        var size = values.optional(CsvColumn.SIZE);
        var timeToLive = values.optional(CsvColumn.TIME_TO_LIVE);
        long bytes =
                size.isEmpty()
                        ? Request.UNKNOWN_SIZE
                        : Quantities.size("size", Quantities.number("size", size.get()));
        var lifetime =
                timeToLive.isEmpty()
                        ? null
                        : Quantities.timeToLive("ttl", Quantities.number("ttl", timeToLive.get()));
        var client = values.optional(CsvColumn.CLIENT).orElse(null);
        return new Request(
                time(values, columns), operation, key, bytes, client, lifetime, List.of());
    }

    private long time(Values values, CsvColumns columns) throws BadLine {
        if (columns.number(CsvColumn.AT).isPresent()) {
            var at = Quantities.number("at", values.required(CsvColumn.AT, "a number of seconds"));
            return axis.place("at", Quantities.offset("at", at));
        }
        if (columns.number(CsvColumn.CLOCK).isPresent()) {
            var label = CsvColumn.CLOCK.label();
            return clock.place(
                    label, clockTime.nanos(label, values.required(CsvColumn.CLOCK, "a time")));
        }
        return evenTimes.next();
    }

    private static Operation operation(String text) throws BadLine {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "read", "get" -> Operation.READ;
            case "write", "set", "put" -> Operation.WRITE;
            case "delete", "del" -> Operation.DELETE;
            default -> throw BadLine.field("op", "READ, WRITE or DELETE", text);
        };
    }

    /** The fields of one line by their columns. */
    private record Values(List<String> fields, CsvColumns columns) {

        String required(CsvColumn column, String expected) throws BadLine {
            var value = optional(column);
            if (value.isEmpty()) {
                throw new BadLine(
                        column.label() + ": expected " + expected + ", found an empty field");
            }
            return value.get();
        }

        /**
         * The value of a column that is there and not empty. Only keys keep the spaces round them.
         */
        Optional<String> optional(CsvColumn column) {
            var number = columns.number(column);
            if (number.isEmpty()) {
                return Optional.empty();
            }
            var value = fields.get(number.getAsInt());
            return Optional.of(column == CsvColumn.KEY ? value : value.strip())
                    .filter(text -> !text.isEmpty());
        }
    }
}
