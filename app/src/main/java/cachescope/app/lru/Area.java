package cachescope.app.lru;

/** A part of the picture. */
record Area(double x, double y, double width, double height) {
    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    double centre() {
        return x + width / 2;
    }

    double middle() {
        return y + height / 2;
    }

    boolean contains(double px, double py) {
        return px >= x && px <= right() && py >= y && py <= bottom();
    }

    Area moved(double dx, double dy) {
        return new Area(x + dx, y + dy, width, height);
    }

    /** The area at a share of the way to another. */
    Area towards(Area other, double share) {
        return moved((other.x - x) * share, (other.y - y) * share);
    }
}
