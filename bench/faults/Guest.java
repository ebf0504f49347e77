/// Somebody who registers. All there is to know of them follows from the number, so the journal need not keep it.
record Guest(int number) {

    /// Who may do anything, from the first start on.
    static final Guest ADMINISTRATOR = new Guest(0);

    String username() {
        return "guest" + number;
    }

    String email() {
        return username() + "@example.com";
    }

    String displayName() {
        return "Guest number " + number;
    }

    /// Different for everybody, so that a mixed-up hash is noticed.
    String password() {
        return "seven copper lanterns " + Integer.toHexString(0x2f6e2b1 * (number + 7));
    }
}
