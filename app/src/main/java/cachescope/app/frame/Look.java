package cachescope.app.frame;

/** What a frame's picture depends on, the screens' own state aside. */
record Look(
        long time,
        double rate,
        boolean playing,
        boolean following,
        long wholeSeq,
        long besideSeq,
        long foldSeq) {
    static final Look NONE = new Look(-1, 0, false, false, -1, -1, -1);
}
