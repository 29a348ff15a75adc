import Access
import Basics
import Database
import Pages
import People
import Stage
import Statutory
import Testing

@Suite("The public page of dates")
struct DatesPageTests {
    private let stage: Stage

    init() async throws { stage = try await Stage(areas: [PeopleArea(), StatutoryArea()]) }

    private func page(_ query: String, as viewer: Viewer = .nobody) async throws -> Answer { try await stage.visit(.read, "/dates" + query, as: viewer) }

    @Test("It opens without signing in and lists every event; each leads to its form")
    func list() async throws {
        let answer = try await page("")
        #expect(answer.status == 200)
        for event in StatutoryEvent.allCases {
            #expect(answer.text.contains("href=\"/dates?event=\(event.rawValue)\">\(event.title)</a>"))
            let form = try await page("?event=\(event.rawValue)")
            #expect(form.status == 200 && form.text.contains(event.dayLabel) && form.text.contains("<title>Dates: \(event.title)"))
        }
    }

    @Test("Its link stands at the foot of every page, whoever looks")
    func foot() async throws {
        for viewer in [Viewer.nobody, .ruth] { #expect(try await page("", as: viewer).text.contains("<a href=\"/dates\">Dates of the law</a>")) }
    }

    @Test("The dates, each with its reason")
    func dates() async throws {
        let answer = try await page("?event=needs-assessment&date=2026-09-07&asked=&closed-from=&closed-to=")
        #expect(answer.status == 200)
        for words in ["19 October 2026", "28 December 2026", "25 January 2027", "6 weeks after 7 September 2026, the day the LA got the request.", "SEND Regulations 2014, reg 5(1) (law)", "Owed without a day", "Rule NA-3"] {
            #expect(answer.text.contains(words), "\(words)")
        }
    }

    @Test("A closure, two boxes of it, is one of the clock’s questions")
    func closure() async throws {
        let answer = try await page("?event=advice-request&date=2026-07-20&closed-from=2026-07-22&closed-to=2026-09-01")
        #expect(answer.text.contains("EX-SCH: asked within 15 July 2026 to 26 August 2026"))
        #expect(answer.text.contains("<details open>"))
    }

    @Test("A form sent with nothing in it asks for the day, and is no problem")
    func blank() async throws {
        for event in StatutoryEvent.allCases {
            let answer = try await page("?event=\(event.rawValue)&date=&closed-from=&closed-to=")
            #expect(answer.status == 200 && answer.text.contains("Give the day first."))
        }
    }

    @Test("What is wrong stands beside its field, and what was typed stays", arguments: [
        ("?event=first-plan&date=tomorrow", "date", "This is not a date"), ("?event=first-plan&date=0001-01-01", "date", "Give a day from 1 September 2014"), ("?event=first-plan&date=9999-12-31", "date", "Give a day from"),
        ("?event=la-transfer&date=2026-09-07&learned=x", "learned", "This is not a date"), ("?event=phase-transfer&date=2027-09-01&to=", "to", "Say which"),
        ("?event=phase-transfer&date=2027-09-01&to=%3Cscript%3E", "to", "This is none of its words"), ("?event=first-plan&date=2026-09-07&closed-from=2026-09-07", "closed-from", "Write the first and the last closed day"),
        ("?event=first-plan&date=%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "date", "This is not a date"),
    ])
    func wrong(_ line: (query: String, field: String, words: String)) async throws {
        for path in ["", "/calendar"] {
            let answer = try await page(path + line.query)
            #expect(answer.status == 422 && answer.text.contains("id=\"\(line.field)-problem\">Mend this: \(line.words)"), "\(path)\(line.query)")
            #expect(!answer.text.contains("<script>alert") && !answer.text.contains("<script>\""))
        }
        #expect(try await page("?event=first-plan&date=tomorrow").text.contains("value=\"tomorrow\""))
    }

    @Test("An event that there is not leads back to the list", arguments: ["?event=birthday", "?event=%3Cb%3E", "/calendar", "/calendar?event=../../x"])
    func unknown(_ query: String) async throws {
        let answer = try await page(query)
        #expect(answer.status == 422 && answer.text.contains("Trellis has no dates for that") && answer.text.contains("A needs assessment is asked for"))
    }

    @Test("The same dates as a file for a calendar")
    func calendar() async throws {
        let answer = try await page("/calendar?event=first-plan&date=2026-09-07")
        #expect(answer.headers.contains { $0 == ("Content-Type", "text/calendar; charset=utf-8") })
        #expect(answer.headers.contains { $0.0 == "Content-Disposition" && $0.1.contains("first-plan-2026-09-07.ics") })
        #expect(answer.text.contains("DTSTART;VALUE=DATE:20270906\r\n"))
        #expect(try await page("?event=first-plan&date=2026-09-07").text.contains("href=\"/dates/calendar?date=2026-09-07&amp;event=first-plan\""))
    }

    @Test("Nothing is kept: no trail, no sight, no cookie")
    func nothingKept() async throws {
        let before = try await stage.read { try $0.value("SELECT COUNT(*) FROM trail", as: Int.self) }
        let answer = try await page("?event=needs-assessment&date=2026-09-07")
        #expect(try await stage.read { try $0.value("SELECT COUNT(*) FROM trail", as: Int.self) } == before)
        #expect(!answer.headers.contains { $0.0 == "Set-Cookie" })
    }
}
