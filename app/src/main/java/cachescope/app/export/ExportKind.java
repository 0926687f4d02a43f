package cachescope.app.export;

import cachescope.app.files.FileKind;
import java.util.List;

/** What can be saved of what is shown. */
public enum ExportKind {
    PICTURE("Picture", "cachescope.png", List.of(FileKind.PNG, FileKind.GIF)),
    FILM("Film", "cachescope.gif", List.of(FileKind.GIF, FileKind.PNG)),
    LOG("Log", "span.jsonl", List.of(FileKind.EVENTS, FileKind.ANY));

    private final String title;
    private final String fileName;
    private final List<FileKind> fileKinds;

    ExportKind(String title, String fileName, List<FileKind> fileKinds) {
        this.title = title;
        this.fileName = fileName;
        this.fileKinds = fileKinds;
    }

    String title() {
        return title;
    }

    /** The name that is suggested. */
    String fileName() {
        return fileName;
    }

    List<FileKind> fileKinds() {
        return fileKinds;
    }
}
