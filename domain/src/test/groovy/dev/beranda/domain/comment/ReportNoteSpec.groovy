package dev.beranda.domain.comment

import dev.beranda.domain.shared.Flaw
import dev.beranda.domain.shared.Parsed
import spock.lang.Specification

class ReportNoteSpec extends Specification {

    def "a note is some lines that can be read: #raw"() {
        expect:
        ReportNote.parse(raw) == parsed

        where:
        raw               || parsed
        ' Rude.\r\nTwice' || Parsed.of(new ReportNote('Rude.\nTwice'))
        'x' * 500         || Parsed.of(new ReportNote('x' * 500))
        'x' * 501         || Parsed.flawed(new Flaw('report_note_invalid', 500))
        'x' * 5_000       || Parsed.flawed(new Flaw('report_note_invalid', 500))
        'a\u0000b'        || Parsed.flawed(new Flaw('report_note_invalid', 500))
        'a\u202eb'        || Parsed.flawed(new Flaw('report_note_invalid', 500))
    }

    def "reasons are words of ours: #raw"() {
        expect:
        ReportReason.parse(raw) == parsed

        where:
        raw         || parsed
        'off_topic' || Parsed.of(ReportReason.OFF_TOPIC)
        'OFF_TOPIC' || Parsed.flawed(new Flaw('report_reason_unknown'))
        'boring'    || Parsed.flawed(new Flaw('report_reason_unknown'))
    }
}
