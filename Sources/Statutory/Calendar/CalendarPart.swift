import AreaKit
import Database

/// One's own calendar of what is due, and the feed behind its link.
func calendarPart(_ viewers: @escaping AccountViewers) -> AreaPart {
    AreaPart(migrations: [Migration(602, "calendar", PackageResources._602_calendar_sql)], routes: calendarRoutes(viewers), words: ["/calendar/*": "A calendar of what is due, with names"])
}
