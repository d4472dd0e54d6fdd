package io.plimsoll.simulator.wire;

import io.plimsoll.simulator.ledger.Books;
import io.plimsoll.simulator.ledger.Change;
import io.plimsoll.simulator.rest.Answer;
import io.plimsoll.simulator.rest.Call;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What one socket is told of the books: the answer to its one sync request, and the events. */
final class Updates {
  private static final int EARLY_PROPS = 5;

  private final Books books;
  private final SyncShape shape;
  private @Nullable Subscription subscription;

  Updates(Books books, SyncShape shape) {
    this.books = books;
    this.shape = shape;
  }

  /** Some events may be sent before the answer is. */
  Answer synchronize(Call call, Snapshot snapshot, Consumer<List<News>> tell) {
    if (subscription != null) {
      return new Answer.Failed(400, "This socket has a sync request already; open another socket");
    }
    var wrong = Subscription.complaint(call);
    if (wrong.isPresent()) {
      return new Answer.Failed(400, wrong.get());
    }
    var wanted = Subscription.of(call);
    subscription = wanted;
    var seen = snapshot.of(wanted);
    if (shape.propsFirst()) {
      tell.accept(
          seen.reversed().stream()
              .limit(EARLY_PROPS)
              .map(each -> new News(new Change(Change.Kind.Updated, each, books.ownerOf(each))))
              .toList());
    }
    var mode = call.flag("splitResponses") ? shape.mode() : SplitMode.single;
    return new Answer.Parts(SyncResponse.of(seen, books, wanted, mode, shape.repeats()));
  }

  /** What this socket may see of it, as one frame. */
  Optional<String> frame(List<News> news) {
    var mine = subscription;
    if (mine == null) {
      return Optional.empty();
    }
    var events =
        news.stream().filter(each -> mine.sees(each.change(), books)).map(News::message).toList();
    return events.isEmpty() ? Optional.empty() : Optional.of(Frames.messages(events));
  }
}
