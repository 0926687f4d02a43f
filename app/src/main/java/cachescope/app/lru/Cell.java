package cachescope.app.lru;

/** A place in the drawn list: a sentinel, an entry, or those between that are not drawn. */
record Cell(Kind kind, String key) {
    static final Cell HEAD = new Cell(Kind.HEAD, "");
    static final Cell TAIL = new Cell(Kind.TAIL, "");
    static final Cell FOLD = new Cell(Kind.FOLD, "");

    /** What stands there. */
    enum Kind {
        HEAD,
        ENTRY,
        FOLD,
        TAIL
    }

    static Cell of(String key) {
        return new Cell(Kind.ENTRY, key);
    }

    boolean isEntry() {
        return kind == Kind.ENTRY;
    }

    /** As it is read aloud and written in code. */
    String title() {
        return switch (kind) {
            case HEAD -> "HEAD";
            case TAIL -> "TAIL";
            case FOLD -> "more";
            case ENTRY -> key;
        };
    }
}
