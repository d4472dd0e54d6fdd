package io.plimsoll.notifiers.email;

import io.plimsoll.engine.delivery.DeliveryResult;
import io.plimsoll.engine.delivery.DeliveryResult.Delivered;
import io.plimsoll.engine.delivery.DeliveryResult.Rejected;
import io.plimsoll.engine.delivery.DeliveryResult.RetryAfter;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What a failed try means. Only a clear 5yz to the login, sender, recipients or content is final;
 * everything else, known or not, is worth another try, since a missed alert is worse than a second
 * one.
 *
 * @param refused who did not get it although others did; empty unless delivered in part
 */
record SmtpOutcome(DeliveryResult result, List<SMTPAddressFailedException> refused) {
  static final Duration DELAY = Duration.ofSeconds(5);

  static SmtpOutcome of(MessagingException failure) {
    return switch (failure) {
      case SendFailedException sent when isPartlySent(sent) ->
          new SmtpOutcome(new Delivered(), refusals(sent));
      case SMTPSendFailedException sent ->
          of(isFinal(sent.getReturnCode()), OneLine.reason(sent.getMessage()));
      case SendFailedException sent when !refusals(sent).isEmpty() ->
          of(
              refusals(sent).stream().allMatch(one -> isFinal(one.getReturnCode())),
              OneLine.reason(words(refusals(sent))));
      case AuthenticationFailedException login when login.getNextException() == null ->
          of(
              isFinal(login.getMessage()),
              "The login failed: " + OneLine.reason(login.getMessage()));
      default -> of(false, OneLine.reason(words(failure)));
    };
  }

  static String words(List<SMTPAddressFailedException> refusals) {
    return refusals.stream()
        .map(one -> one.getAddress().getAddress() + ": " + OneLine.of(one.getMessage()))
        .collect(Collectors.joining(", "));
  }

  private static SmtpOutcome of(boolean isFinal, String reason) {
    return new SmtpOutcome(
        isFinal ? new Rejected(reason) : new RetryAfter(DELAY, reason), List.of());
  }

  private static boolean isPartlySent(SendFailedException failure) {
    var sent = failure.getValidSentAddresses();
    return sent != null && sent.length > 0;
  }

  private static boolean isFinal(int code) {
    return code >= 500 && code <= 599;
  }

  private static boolean isFinal(@Nullable String answer) {
    return answer != null && answer.matches("(?s)5\\d\\d\\b.*");
  }

  private static List<SMTPAddressFailedException> refusals(MessagingException failure) {
    var refusals = new ArrayList<SMTPAddressFailedException>();
    for (Exception next = failure;
        next instanceof MessagingException one;
        next = one.getNextException()) {
      if (one instanceof SMTPAddressFailedException refusal) {
        refusals.add(refusal);
      }
    }
    return refusals;
  }

  private static String words(MessagingException failure) {
    var words = new ArrayList<String>();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      words.add(cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage());
    }
    return words.stream().distinct().collect(Collectors.joining(": "));
  }
}
