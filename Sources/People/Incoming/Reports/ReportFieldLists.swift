// Header synonyms: Arbor, SIMS, Bromcom, ScholarPack and the department's own tables (formats sheet 3 and 5.1).

extension ReportField {
    static let pupils: [ReportField] = identity + school + special + context

    private static let identity = [
        ReportField("mis_id", "Number in the MIS", ["Arbor Student ID", "Student ID", "Pupil ID", "MIS id", "Learner_Code", "Globally Unique Student ID", "Person ID"]),
        ReportField("admission_number", "Admission number", ["Admission number", "Adno", "Adm No", "Admission no"]),
        ReportField("upn", "UPN", ["UPN", "Unique Pupil Number", "source_pupil_ref"]),
        ReportField("former_upn", "Former UPN", ["Former UPN"]),
        ReportField("uln", "ULN", ["ULN", "Unique Learner Number"]),
        ReportField("surname", "Legal surname", ["Legal Last Name", "Legal Surname", "Surname", "LastName", "Last name", "Family name"]),
        ReportField("forename", "Legal forename", ["Legal First Name", "Legal Forename", "Forename", "FirstName", "First name", "Given name"]),
        ReportField("full_name", "Surname and forename in one column", ["Surname Forename", "Surname, Forename", "Name", "Full name", "Pupil name", "Student", "Student name"]),
        ReportField("preferred_surname", "Preferred surname", ["Preferred Surname", "Preferred Last Name"]),
        ReportField("preferred_forename", "Preferred forename", ["Preferred Forename", "Preferred First Name", "Preferred Name", "Known as", "Chosen name"]),
        ReportField("former_surname", "Former surname", ["Former Surname", "Former Last Name"]),
        ReportField("middle_names", "Middle names", ["Middle Names", "Middle name", "Legal Middle Names"]),
        ReportField("birth_date", "Date of birth", ["Date of Birth", "DOB", "Birth date", "PersonBirthDate"]),
        ReportField("sex", "Sex", ["Sex", "Gender", "M/F", "Legal sex"]),
    ]

    private static let school = [
        ReportField("urn", "School's URN", ["URN", "School URN"]),
        ReportField("year", "Year", ["Year group", "Year group(s) this academic year", "NC Year(s) for today", "NCyearActual", "NC Year", "Year", "Yr", "YearGroup", "Year taught in"]),
        ReportField("class", "Class", ["Registration form", "Registration form(s) this academic year", "Reg Group", "Reg", "Form", "CurrentRegistrationGroupName", "Tutor group", "Class", "Courses/classes", "Registration group"]),
        ReportField("enrolment_status", "Enrolment status", ["EnrolStatus", "Enrolment status"]),
        ReportField("entry_date", "Entry date", ["EntryDate", "Entry date", "Admission date", "Date of admission", "Date of entry"]),
        ReportField("leaving_date", "Leaving date", ["Leaving date", "Date of leaving", "DOL", "Left date", "Date left"]),
        ReportField("leaving_reason", "Leaving reason", ["Leaving reason", "Reason for leaving"]),
    ]

    private static let special = [
        ReportField("sen", "SEN status", ["SEN status", "SENProvision", "SEN provision", "SEN", "send_status", "SEND status", "SEN stage", "Current SEN status"]),
        ReportField("sen_start", "SEN status since", ["SEN start date", "SEN status start date", "SEN provision start date", "SEN since"]),
        ReportField("need", "Need type", ["SEN need", "SEN need type", "Need type", "SEN type", "Need"]),
        ReportField("need_rank", "Need rank", ["SEN need ranking", "SEN type rank", "SENtypeRank", "Need rank", "Rank"]),
        ReportField("need_start", "Need since", ["SEN need start date", "NeedStartDate", "Need start date"]),
        ReportField("need_end", "Need until", ["SEN need end date", "NeedEndDate", "Need end date"]),
        ReportField("need_1", "Primary need", ["PrimarySENeedsType", "PrimarySENtype", "SENneed1", "primary_need", "Primary SEN need", "Primary SEN type", "Need 1"]),
        ReportField("need_2", "Secondary need", ["SecondarySENType", "SENneed2", "secondary_need", "Secondary SEN need", "Need 2"]),
        ReportField("need_3", "Third need", ["SENneed3", "Need 3", "Tertiary need"]),
        ReportField("sen_unit", "SEN unit", ["SENunitIndicator", "SEN unit", "SEN unit member"]),
        ReportField("resourced_provision", "Resourced provision", ["ResourcedProvisionIndicator", "Resourced provision", "Resourced provision indicator"]),
    ]

    private static let context = [
        ReportField("ethnicity", "Ethnicity", ["Ethnicity", "Ethnicity code", "Ethnic code"]),
        ReportField("first_language", "First language", ["Language", "First language", "Language code"]),
        ReportField("home_language", "Home language", ["Home language"]),
        ReportField("eal", "English as an additional language", ["EAL", "English as additional language", "EAL status", "Is EAL"]),
        ReportField("service_child", "Service child", ["Service child", "Service children in education"]),
        ReportField("pupil_premium", "Pupil premium", ["Pupil Premium", "Pupil Premium Indicator", "PP", "Pupil premium eligible"]),
        ReportField("looked_after", "Looked after", ["Looked After", "LAC", "CLA", "In care", "Looked after child"]),
        ReportField("care_authority", "Authority that cares", ["Care authority", "Caring authority"]),
        ReportField("home_la", "Home authority", ["Home LA", "Home local authority", "Resident LA", "Home authority"]),
        ReportField("address", "Address", ["Address", "Home address"]),
        ReportField("postcode", "Postcode", ["Postcode", "Home postcode"]),
    ]

    static let staff = [
        ReportField("mis_id", "Number in the MIS", ["Arbor Staff ID", "Staff ID", "Staff code", "MIS id", "Person ID", "Employee ID"]),
        ReportField("urn", "School's URN", ["URN", "School URN"]),
        ReportField("title", "Title", ["Title"]),
        ReportField("surname", "Surname", ["Legal Last Name", "Legal Surname", "Surname", "Last name", "Family name"]),
        ReportField("forename", "Forename", ["Legal First Name", "Legal Forename", "Forename", "First name", "Given name"]),
        ReportField("full_name", "Surname and forename in one column", ["Surname Forename", "Surname, Forename", "Name", "Full name", "Staff name"]),
        ReportField("role", "Role", ["Role", "Job title", "Business role", "Post", "Position"]),
        ReportField("email", "E-mail", ["Email", "E-mail", "Email address", "Work email", "Default email"]),
        ReportField("starts", "First day", ["Start date", "Employment start", "Date started"]),
        ReportField("ends", "Last day", ["End date", "Leaving date", "Employment end", "Date left"]),
    ]

    static let classes = [
        ReportField("urn", "School's URN", ["URN", "School URN"]),
        ReportField("name", "Class", ["Class", "Class name", "Registration form", "Reg Group", "Form", "Name", "Registration group"]),
        ReportField("kind", "Kind", ["Kind", "Type", "Class type", "Group type"]),
        ReportField("year", "Year", ["Year group", "Year", "NC Year", "YearGroup"]),
        ReportField("teacher", "Teacher", ["Teacher", "Class teacher", "Form tutor", "Tutor", "Main teacher"]),
    ]

    static let groups = [
        ReportField("urn", "School's URN", ["URN", "School URN"]),
        ReportField("group", "Group", ["Group", "Group name", "Teaching group", "Class", "Class name", "Courses/classes", "Set"]),
        ReportField("subject", "Subject", ["Subject", "Course", "Subject name"]),
        ReportField("teacher", "Teacher", ["Teacher", "Group teacher", "Main teacher"]),
        ReportField("upn", "UPN", ["UPN", "Unique Pupil Number"]),
        ReportField("admission_number", "Admission number", ["Admission number", "Adno", "Adm No", "Admission no"]),
        ReportField("mis_id", "Number in the MIS", ["Arbor Student ID", "Student ID", "Pupil ID", "MIS id", "Learner_Code"]),
    ]

    static let timetable = [
        ReportField("urn", "School's URN", ["URN", "School URN"]),
        ReportField("group", "Class or group", ["Class", "Group", "Class name", "Group name", "Teaching group", "Lesson/Event", "Lesson"]),
        ReportField("subject", "Subject", ["Subject", "Course"]),
        ReportField("day", "Day", ["Day", "Weekday", "Day of week", "Timetable day"]),
        ReportField("week", "Week", ["Week", "Timetable week"]),
        ReportField("period", "Period", ["Period", "Period name", "Slot"]),
        ReportField("starts", "Begins", ["Start time", "Start", "Starts", "From", "Time"]),
        ReportField("ends", "Ends", ["End time", "End", "Ends", "To", "Finish"]),
        ReportField("room", "Room", ["Room", "Location", "Room name"]),
        ReportField("teacher", "Teacher", ["Teacher", "Staff", "Staff name"]),
    ]

    /// Whom a row counts something of.
    private static let counted = [
        ReportField("urn", "School's URN", ["URN", "School URN"]),
        ReportField("upn", "UPN", ["UPN", "Unique Pupil Number"]),
        ReportField("admission_number", "Admission number", ["Admission number", "Adno", "Adm No", "Admission no"]),
    ]

    static let attendance = counted + [
        ReportField("from", "First day", ["From", "Start date", "Date from", "Period start"]),
        ReportField("to", "Last day", ["To", "End date", "Date to", "Period end"]),
        ReportField("possible", "Possible sessions", ["Possible sessions", "Possible", "Sessions possible", "Poss", "Possible marks"]),
        ReportField("attended", "Sessions attended", ["Sessions attended", "Attended", "Present", "Attendances", "Present marks", "Present sessions"]),
        ReportField("authorised", "Authorised absence", ["Authorised absence", "Authorised absences", "Authorised", "Auth abs", "Auth"]),
        ReportField("unauthorised", "Unauthorised absence", ["Unauthorised absence", "Unauthorised absences", "Unauthorised", "Unauth abs", "Unauth"]),
        ReportField("late", "Late", ["Late", "Lates", "Late marks", "Sessions late"]),
    ]

    static let marks = counted + [
        ReportField("date", "Date", ["Date", "Attendance date", "Day", "Session date", "Mark date"]),
        ReportField("am", "Morning", ["AM", "AM mark", "Morning", "AM code", "Morning mark"]),
        ReportField("pm", "Afternoon", ["PM", "PM mark", "Afternoon", "PM code", "Afternoon mark"]),
        ReportField("session", "Which half-day", ["Session", "AM/PM", "Half day", "Session name"]),
        ReportField("code", "Code", ["Code", "Mark", "Attendance code", "Attendance mark", "Session mark"]),
    ]

    static let suspensions = counted + [
        ReportField("from", "First day", ["From", "Start date", "Date from", "Exclusion start date", "Suspension start date", "Start"]),
        ReportField("to", "Last day", ["To", "End date", "Date to", "Exclusion end date", "Suspension end date", "End"]),
        ReportField("sessions", "Sessions", ["Sessions", "Number of sessions", "Sessions excluded", "Sessions suspended", "Length in sessions"]),
        ReportField("kind", "Kind", ["Kind", "Type", "Exclusion type", "Suspension type", "Category"]),
        ReportField("reason", "Reason", ["Reason", "Exclusion reason", "Suspension reason", "Reason description"]),
    ]

    static let behaviour = counted + [
        ReportField("from", "First day", ["From", "Start date", "Date from", "Period start"]),
        ReportField("to", "Last day", ["To", "End date", "Date to", "Period end"]),
        ReportField("kind", "What is counted", ["Kind", "Type", "Behaviour type", "Category", "Incident type", "What"]),
        ReportField("number", "How often", ["Number", "Count", "Incidents", "Number of incidents", "Total", "Points", "Behaviour points", "Negative points"]),
    ]

    static let plans = counted + [
        ReportField("kind", "Kind of plan", ["Kind", "Plan", "Plan type", "Type of plan", "Kind of plan", "Document type"]),
        ReportField("start", "Start", ["Start", "Start date", "Starts", "Plan start", "Plan start date", "From", "Date from", "Live from"]),
        ReportField("review_date", "Review date", ["Review date", "Review", "Review by", "Next review", "Review due", "Date of review"]),
        ReportField("outcome", "Outcome", ["Outcome", "Outcomes", "Target", "Objective", "Goal", "SMART target"]),
        ReportField("measure", "How one will know", ["Measure", "Success criteria", "Success measure", "How measured", "Evidence"]),
        ReportField("baseline", "Where the pupil starts", ["Baseline", "Starting point", "Current level", "Entry"]),
        ReportField("target", "What counts as reached", ["Target", "Target level", "Target value", "Exit", "Expected"]),
        ReportField("due", "By when", ["Due", "Due date", "By when", "Target date", "Date", "Outcome date"]),
        ReportField("owner", "Who sees to it", ["Owner", "Who", "Responsible", "Person responsible", "Lead", "Staff"]),
    ]
}
