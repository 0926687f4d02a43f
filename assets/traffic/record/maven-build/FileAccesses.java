import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Turns what strace saw of a program into recorded traffic: {@code java FileAccesses.java TRACE NAME=FOLDER...}
 *
 * <p>A file opened for reading is a READ of it, one opened for writing, created or moved to is a WRITE, one removed or
 * moved away is a DELETE. Only files below the given folders count, and each folder appears under its name alone, so
 * that no path of the recording machine is left. A READ's size is the file's when it was looked at next (fstat follows
 * open), a WRITE's the bytes written until the file was opened again. Sizes above 64 MB, which Cachescope refuses, are
 * left out. The client is the thread, numbered in the order of appearance.
 */
final class FileAccesses {
    private static final long LARGEST_SIZE = 64L << 20;
    private static final Pattern LINE = Pattern.compile("(\\d+) +(\\d+\\.\\d+) (\\w+)\\((.*)\\) += \\d+(?:<(.*)>)?");
    private static final Pattern UNFINISHED = Pattern.compile("(\\d+) +\\d+\\.\\d+ (.*) <unfinished \\.\\.\\.>");
    private static final Pattern RESUMED = Pattern.compile("(\\d+) +(\\d+\\.\\d+) <\\.\\.\\. \\w+ resumed>(.*)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern DESCRIPTOR = Pattern.compile("^\\d+<([^>]*)>");
    private static final Pattern STAT_SIZE = Pattern.compile("S_IFREG.*st_size=(\\d+)");

    private record Access(BigDecimal at, String operation, String path, String client) {}

    private final Map<String, String> folders = new LinkedHashMap<>();
    private final Map<String, String> unfinished = new HashMap<>();
    private final Map<String, String> clients = new HashMap<>();
    private final List<Access> accesses = new ArrayList<>();
    private final Map<String, TreeMap<BigDecimal, Long>> sizesSeen = new HashMap<>();
    private final Map<String, TreeMap<BigDecimal, Long>> bytesWritten = new HashMap<>();
    private final Set<String> directories = new HashSet<>();

    public static void main(String[] arguments) throws IOException {
        var converter = new FileAccesses();
        for (int index = 1; index < arguments.length; index++) {
            var parts = arguments[index].split("=", 2);
            converter.folders.put(parts[1].endsWith("/") ? parts[1] : parts[1] + "/", parts[0]);
        }
        try (var lines = Files.lines(Path.of(arguments[0]))) {
            lines.map(converter::joined).flatMap(Optional::stream).forEach(converter::line);
        }
        try (var out = new PrintStream(System.out, false, StandardCharsets.UTF_8)) {
            converter.print(out);
        }
    }

    /** A call that strace printed in two halves becomes one line, at the time of its end. */
    private Optional<String> joined(String line) {
        var begun = UNFINISHED.matcher(line);
        if (begun.matches()) {
            unfinished.put(begun.group(1), begun.group(2));
            return Optional.empty();
        }
        var resumed = RESUMED.matcher(line);
        if (!resumed.matches()) {
            return Optional.of(line);
        }
        var beginning = Optional.ofNullable(unfinished.remove(resumed.group(1)));
        return beginning.map(text -> resumed.group(1) + " " + resumed.group(2) + " " + text + resumed.group(3));
    }

    private void line(String line) {
        var matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return;
        }
        var at = new BigDecimal(matcher.group(2));
        var thread = matcher.group(1);
        var text = matcher.group(4);
        switch (matcher.group(3)) {
            case "open", "openat", "creat" -> opened(at, thread, text, matcher.group(5));
            case "unlink", "unlinkat" -> access(at, "DELETE", lastQuoted(text, 1), thread);
            case "rename", "renameat", "renameat2" -> {
                access(at, "DELETE", lastQuoted(text, 2), thread);
                access(at, "WRITE", lastQuoted(text, 1), thread);
            }
            case "fstat", "newfstatat", "stat" -> looked(at, text);
            case "write", "pwrite64" -> wrote(at, text, line);
            default -> {}
        }
    }

    private void opened(BigDecimal at, String thread, String text, String path) {
        if (path == null || text.contains("O_DIRECTORY")) {
            return;
        }
        boolean writes = text.contains("O_WRONLY") || text.contains("O_TRUNC") || text.contains("O_CREAT");
        access(at, writes ? "WRITE" : "READ", path, thread);
    }

    private void access(BigDecimal at, String operation, String path, String thread) {
        var client = clients.computeIfAbsent(thread, any -> "thread-" + (clients.size() + 1));
        named(path).ifPresent(key -> accesses.add(new Access(at, operation, key, client)));
    }

    private void looked(BigDecimal at, String text) {
        if (text.contains("S_IFDIR")) {
            named(pathOf(text)).ifPresent(directories::add);
        }
        var size = STAT_SIZE.matcher(text);
        if (size.find()) {
            named(pathOf(text)).ifPresent(key -> sizesSeen
                    .computeIfAbsent(key, any -> new TreeMap<>())
                    .put(at, Long.valueOf(size.group(1))));
        }
    }

    private void wrote(BigDecimal at, String text, String line) {
        long count = Long.parseLong(line.substring(line.lastIndexOf(' ') + 1));
        named(pathOf(text)).ifPresent(key ->
                bytesWritten.computeIfAbsent(key, any -> new TreeMap<>()).merge(at, count, Long::sum));
    }

    /** The path that a call is about: its quoted one if that is absolute, else that of its file descriptor. */
    private static String pathOf(String text) {
        var quoted = QUOTED.matcher(text);
        if (quoted.find() && quoted.group(1).startsWith("/")) {
            return quoted.group(1);
        }
        var descriptor = DESCRIPTOR.matcher(text);
        return descriptor.find() ? descriptor.group(1) : "";
    }

    private static String lastQuoted(String text, int fromTheEnd) {
        var all = QUOTED.matcher(text).results().map(result -> result.group(1)).toList();
        return all.size() < fromTheEnd ? "" : all.get(all.size() - fromTheEnd);
    }

    private Optional<String> named(String path) {
        return folders.entrySet().stream()
                .filter(folder -> path.startsWith(folder.getKey()))
                .findFirst()
                .map(folder -> folder.getValue() + "/" + path.substring(folder.getKey().length()));
    }

    private void print(PrintStream out) {
        accesses.removeIf(access -> directories.contains(access.path()));
        accesses.sort(Comparator.comparing(Access::at));
        var nextOpen = new HashMap<Access, BigDecimal>();
        var latest = new HashMap<String, Access>();
        for (var access : accesses) {
            var before = latest.put(access.path(), access);
            if (before != null) {
                nextOpen.put(before, access.at());
            }
        }
        for (var access : accesses) {
            out.println(json(access, nextOpen.get(access)));
        }
    }

    private String json(Access access, BigDecimal nextOpen) {
        var line = new StringBuilder("{\"at\":");
        line.append(access.at().subtract(accesses.getFirst().at()).stripTrailingZeros().toPlainString());
        line.append(",\"op\":\"").append(access.operation());
        line.append("\",\"key\":\"").append(access.path()).append('"');
        sizeOf(access, nextOpen)
                .filter(size -> size <= LARGEST_SIZE)
                .ifPresent(size -> line.append(",\"size\":").append(size));
        return line.append(",\"client\":\"").append(access.client()).append("\"}").toString();
    }

    private Optional<Long> sizeOf(Access access, BigDecimal nextOpen) {
        return switch (access.operation()) {
            case "READ" -> {
                var sizes = sizesSeen.getOrDefault(access.path(), new TreeMap<>());
                var later = sizes.ceilingEntry(access.at());
                yield Optional.ofNullable(later == null ? sizes.floorEntry(access.at()) : later)
                        .map(Map.Entry::getValue);
            }
            case "WRITE" -> {
                var written = bytesWritten.getOrDefault(access.path(), new TreeMap<>());
                var own = nextOpen == null
                        ? written.tailMap(access.at())
                        : written.subMap(access.at(), access.at().max(nextOpen));
                yield Optional.of(own.values().stream().mapToLong(Long::longValue).sum());
            }
            default -> Optional.empty();
        };
    }
}
