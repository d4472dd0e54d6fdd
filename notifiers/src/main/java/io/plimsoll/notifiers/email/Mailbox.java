package io.plimsoll.notifiers.email;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;

/** Reads one mailbox as people write it, such as {@code Risk desk <risk@example.org>}. */
final class Mailbox {
  private Mailbox() {}

  static InternetAddress parse(String name, String mailbox) {
    try {
      if (mailbox.chars().anyMatch(Character::isISOControl)) {
        throw new AddressException("it contains a control character");
      }
      var address = new InternetAddress(mailbox, true);
      if (address.isGroup()) {
        throw new AddressException("it is a group");
      }
      // Without SMTPUTF8, which few servers have, Angus would send another address: a ? for each.
      if (!address.getAddress().chars().allMatch(c -> c < 0x80)) {
        throw new AddressException("its address is not plain ASCII");
      }
      address.setPersonal(address.getPersonal(), "UTF-8");
      return address;
    } catch (AddressException | UnsupportedEncodingException unreadable) {
      throw EmailSettings.refused(
          name,
          OneLine.of(mailbox),
          "It was refused because: %s. Write one mailbox, such as Risk desk <risk@example.org>."
              .formatted(OneLine.of(unreadable.getMessage())));
    }
  }

  /** What stands after the {@code @}. */
  static String domain(InternetAddress address) {
    var text = address.getAddress();
    return text.substring(text.lastIndexOf('@') + 1);
  }
}
