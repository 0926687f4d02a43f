package cachescope.app.controls;

import cachescope.engine.strategy.Balancer;
import cachescope.engine.strategy.ExpiryName;
import cachescope.engine.strategy.GuardName;
import cachescope.engine.strategy.InvalidationName;
import cachescope.engine.strategy.OnLockTimeout;
import cachescope.engine.strategy.Setting;
import cachescope.engine.strategy.TagForm;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * The sections of the strategy panel about how copies end and what happens then: expiry,
 * invalidation, guard; and the nodes that hold them. Details show where what they belong to is
 * chosen.
 */
final class ProtectionSections {
    private final StrategyViewModel model;
    private final FoldsViewModel folds;

    ProtectionSections(StrategyViewModel model, FoldsViewModel folds) {
        this.model = model;
        this.folds = folds;
    }

    Node expiry() {
        var jitter = new DialView(Dial.JITTER, model);
        var steps = new AdaptiveView(model, new AdaptiveViewModel(model));
        var choice =
                new ChoiceView<>(
                                "expiry",
                                "Expiry",
                                "How the TTL of an entry is chosen.",
                                ExpiryName.values(),
                                ProtectionWords::title,
                                ProtectionWords::sentence,
                                model::choose)
                        .closing(model::reasonAgainst);
        model.strategyProperty()
                .subscribe(strategy -> choice.show(strategy.expiry().name(), why(Setting.EXPIRY)));
        return new SectionView(
                        Section.EXPIRY,
                        folds,
                        model,
                        SectionWords::expiry,
                        kind(),
                        new DialView(Dial.TIME_TO_LIVE, model),
                        choice,
                        jitter,
                        steps,
                        new DialView(Dial.NEGATIVE_TIME_TO_LIVE, model))
                .showing(jitter, strategy -> strategy.expiry().name() == ExpiryName.JITTERED)
                .showing(steps, strategy -> strategy.expiry().name() == ExpiryName.ADAPTIVE);
    }

    private Node kind() {
        var choice =
                new ChoiceView<>(
                        "kind",
                        "Data",
                        "The kind of data: choosing one sets a TTL that is usual for it.",
                        DataKind.values(),
                        DataKind::title,
                        DataKind::sentence,
                        model::choose);
        Runnable show =
                () ->
                        model.kindProperty()
                                .get()
                                .ifPresentOrElse(
                                        kind -> choice.show(kind, why(Setting.TTL)),
                                        () -> choice.showNone("Other", why(Setting.TTL)));
        model.kindProperty().addListener((_, _, _) -> show.run());
        model.strategyProperty().subscribe(_ -> show.run());
        return new VBox(choice, range());
    }

    private Node range() {
        var words = new Label();
        words.setId("kind-range");
        words.getStyleClass().addAll("dim", "small");
        words.textProperty()
                .bind(
                        model.kindProperty()
                                .map(kind -> kind.map(DataKind::range).orElse(""))
                                .map(range -> "usual TTL: " + range));
        words.visibleProperty().bind(model.kindProperty().map(Optional::isPresent));
        words.managedProperty().bind(words.visibleProperty());
        return words;
    }

    Node invalidation() {
        var choice =
                new ChoiceView<>(
                                "invalidation",
                                "By",
                                "How copies learn of a write.",
                                InvalidationName.values(),
                                ProtectionWords::title,
                                ProtectionWords::sentence,
                                model::choose)
                        .closing(model::reasonAgainst);
        var tags =
                new ChoiceView<>(
                        "tags",
                        "Tags as",
                        "How tags are kept.",
                        TagForm.values(),
                        ProtectionWords::title,
                        ProtectionWords::sentence,
                        model::choose);
        model.strategyProperty()
                .subscribe(strategy -> {
                    var invalidation = strategy.invalidation();
                    choice.show(invalidation.name(), why(Setting.INVALIDATION));
                    tags.show(invalidation.tags(), why(Setting.TAGS));
                });
        return new SectionView(
                        Section.INVALIDATION,
                        folds,
                        model,
                        SectionWords::invalidation,
                        choice,
                        tags)
                .showing(tags, strategy -> strategy.invalidation().name() == InvalidationName.TAG);
    }

    Node guard() {
        var choice =
                new ChoiceView<>(
                                "guard",
                                "Stampedes",
                                "What keeps readers that miss together from loading together.",
                                GuardName.values(),
                                ProtectionWords::title,
                                ProtectionWords::sentence,
                                model::choose)
                        .closing(model::reasonAgainst);
        model.strategyProperty()
                .subscribe(strategy -> choice.show(strategy.guard().name(), why(Setting.GUARD)));
        var onTimeout = onTimeout();
        var beta = new DialView(Dial.BETA, model);
        var lockTime = new DialView(Dial.LOCK_TIME, model);
        var lockWait = new DialView(Dial.LOCK_WAIT, model);
        return new SectionView(
                        Section.GUARD,
                        folds,
                        model,
                        SectionWords::guard,
                        choice,
                        beta,
                        lockTime,
                        lockWait,
                        onTimeout)
                .showing(beta, _ -> has(Setting.BETA))
                .showing(lockTime, _ -> has(Setting.LOCK_TTL))
                .showing(lockWait, _ -> has(Setting.LOCK_WAIT))
                .showing(onTimeout, _ -> has(Setting.ON_LOCK_TIMEOUT));
    }

    private Node onTimeout() {
        var choice =
                new ChoiceView<>(
                        "on-lock-timeout",
                        "Time-out",
                        "What a reader does that has waited long enough for the load of another.",
                        OnLockTimeout.values(),
                        ProtectionWords::title,
                        _ -> "",
                        model::choose);
        model.strategyProperty()
                .subscribe(strategy ->
                        choice.show(strategy.guard().onTimeout(), why(Setting.ON_LOCK_TIMEOUT)));
        return choice;
    }

    Node nodes() {
        var balancer =
                new ChoiceView<>(
                        "balancer",
                        "Balancer",
                        "How a node is chosen for a request.",
                        Balancer.values(),
                        ProtectionWords::title,
                        ProtectionWords::sentence,
                        model::choose);
        model.strategyProperty()
                .subscribe(strategy ->
                        balancer.show(strategy.cluster().balancer(), why(Setting.BALANCER)));
        var nearTime = new DialView(Dial.NEAR_TIME_TO_LIVE, model);
        var eviction = eviction();
        return new SectionView(
                        Section.NODES,
                        folds,
                        model,
                        SectionWords::nodes,
                        new DialView(Dial.NODES, model),
                        balancer,
                        new DialView(Dial.NEAR_CAPACITY, model),
                        nearTime,
                        eviction,
                        new DialView(Dial.CONCURRENCY, model))
                .showing(nearTime, strategy -> strategy.cluster().hasNearCaches());
    }

    /** Stays in sight where nothing is evicted, as the simulated cache's limit is elsewhere. */
    private Node eviction() {
        var choice =
                new ChoiceView<>(
                                "eviction",
                                "Eviction",
                                "Which entry leaves a full near cache or a full simulated cache.",
                                EvictionWords.OFFERED,
                                EvictionWords::title,
                                EvictionWords::sentence,
                                model::choose)
                        .closing(model::reasonAgainst);
        model.strategyProperty()
                .subscribe(strategy -> choice.show(strategy.eviction(), why(Setting.EVICTION)));
        return choice;
    }

    private boolean has(Setting setting) {
        return model.reasonAgainst(setting).isEmpty();
    }

    private String why(Setting setting) {
        return model.reasonAgainst(setting).orElse("");
    }
}
