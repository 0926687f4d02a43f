package cachescope.app.frame;

import cachescope.engine.event.Event;
import cachescope.engine.projection.Markers;
import cachescope.engine.projection.Requests;
import cachescope.engine.projection.Timeline;

/** What is known of the run from its start to the log's end, wherever the playhead stands. */
public record Whole(Timeline timeline, Markers markers, Course course, Requests requests) {

    /** What is known before anything has happened. */
    public Whole() {
        this(new Timeline(), new Markers(), new Course(), new Requests());
    }

    /** Takes in the event that comes next. */
    public void accept(Event event) {
        timeline.accept(event);
        markers.accept(event);
        course.accept(event);
        requests.accept(event);
    }

    Whole copy() {
        return new Whole(timeline.copy(), markers.copy(), course.copy(), requests.copy());
    }
}
