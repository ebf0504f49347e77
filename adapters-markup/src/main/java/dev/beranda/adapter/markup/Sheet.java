package dev.beranda.adapter.markup;

/// Takes so many characters and no more.
final class Sheet implements Appendable {

    private final StringBuilder text = new StringBuilder();
    private final int room;

    Sheet(int room) {
        this.room = room;
    }

    @Override
    public Sheet append(CharSequence more) {
        return append(more, 0, more.length());
    }

    @Override
    public Sheet append(CharSequence more, int start, int end) {
        need(end - start);
        text.append(more, start, end);
        return this;
    }

    @Override
    public Sheet append(char more) {
        need(1);
        text.append(more);
        return this;
    }

    private void need(int characters) {
        if (text.length() + characters > room) {
            throw new Tangled();
        }
    }

    int length() {
        return text.length();
    }

    void insert(int at, String more) {
        need(more.length());
        text.insert(at, more);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
