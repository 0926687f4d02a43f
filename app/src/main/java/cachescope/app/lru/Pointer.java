package cachescope.app.lru;

/** One of the two pointers of a node: to the one behind it ({@code next}) or before it. */
record Pointer(Cell from, boolean next, Cell to) {
    static Pointer next(Cell from, Cell to) {
        return new Pointer(from, true, to);
    }

    static Pointer previous(Cell from, Cell to) {
        return new Pointer(from, false, to);
    }
}
