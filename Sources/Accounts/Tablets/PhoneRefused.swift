import Access
import AreaKit
import Basics
import Pages

/// What somebody reads whose school does not want Trellis on staff's own phones.
func phoneRefused(_ visit: Visit) -> Answer {
    visit.page("Not on this phone", status: 403, """
        \(pageTitle("Not on this phone", lead: "Your password is right, but your school does not allow Trellis on staff’s own phones."))\
        <p>Use a computer or a tablet of the school. Is this phone the school’s? Then ask your SENCO or your headteacher to enrol it under “School tablets”. \
        They can also allow own phones there.</p><p class="actions">\(linkButton("Go back to signing in", signInPath()))</p>
        """)
}
