"""What must hold on every page, said so that a failure tells what to mend."""
PAGE_LIMIT = 60_000
FOCUSABLE = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']"


def assert_axe_clean(page, when=""):
    found = page.axe_violations()
    told = [f"{rule}: {help}\n    " + "\n    ".join(nodes) for rule, help, nodes in found]
    assert not found, f"axe finds fault with {page.driver.current_url} {when}\n" + "\n".join(told)


def assert_fits_width(page, when=""):
    """Nothing runs off the side (WCAG 1.4.10); a wide table scrolls in a frame of its own."""
    wide, room = page.run("return [document.scrollingElement.scrollWidth, document.scrollingElement.clientWidth]")
    assert wide <= room, f"{page.driver.current_url} {when} is {wide} pixels wide in a window of {room}"


def assert_console_silent(page):
    errors = page.console_errors()
    assert not errors, f"the console complains on {page.driver.current_url}: {errors}"


def assert_well_formed(answer):
    """Title, language, one h1, a main landmark, no inline script or style, and not too large."""
    tree, where = answer.tree, answer.address
    assert len(answer.body) < PAGE_LIMIT, f"{where} has {len(answer.body)} bytes; {PAGE_LIMIT} is the limit"
    assert (tree.findtext(".//title") or "").strip(), f"{where} has no title"
    assert tree.getroottree().getroot().get("lang"), f"{where} does not say its language"
    assert len(tree.findall(".//h1")) == 1, f"{where} has {len(tree.findall('.//h1'))} h1; one is wanted"
    assert len(tree.xpath("//main | //*[@role='main']")) == 1, f"{where} has no main landmark"
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids)), f"{where} has an id twice: {sorted(i for i in set(ids) if ids.count(i) > 1)}"


def assert_needs_no_script(answer):
    """Each link leads somewhere and each button belongs to a form, whether or not scripts run."""
    tree, where = answer.tree, answer.address
    assert not tree.xpath("//script[not(@src)] | //style | //*[@style]"), f"{where} has inline script or style"
    assert not [a for a in tree.xpath("//@*") if a.attrname.startswith("on")], f"{where} has a script in an attribute"
    assert not tree.xpath("//a[starts-with(@href, 'javascript:')]"), f"{where} has a link that is a script"
    # A hidden button is shown by the script that it needs, and by nothing else.
    loose = tree.xpath("//button[not(@hidden) and not(ancestor::form) and not(@form)] | //form//button[not(@hidden) and @type='button']")
    assert not loose, f"{where} has a button that does nothing without script: {[b.text_content().strip() for b in loose]}"


def assert_usable_by_keyboard(page, limit=400):
    """Tab reaches everything that can be clicked, and one sees where one is."""
    wanted = page.run(f"""
        const groups = new Set();
        return [...document.querySelectorAll({FOCUSABLE!r})].filter(e => {{
            if (e.disabled || e.tabIndex < 0 || !e.checkVisibility({{visibilityProperty: true}})) return false;
            if (e.type !== "radio") return true;
            const group = (e.form ? [...document.forms].indexOf(e.form) : "") + e.name;
            return groups.has(group) ? false : groups.add(group);
        }}).length;""")
    page.run("document.activeElement?.blur(); window.scrollTo(0, 0); window.reached = new Set()")
    # A date takes four presses: day, month, year and the calendar.
    presses = wanted + 3 * page.run("return document.querySelectorAll('input[type=date]').length")
    for _ in range(min(presses, limit)):
        page.press_tab()
        invisible = page.run("""
            const e = document.activeElement;
            if (e === document.body) return "nothing";
            window.reached.add(e);
            const s = getComputedStyle(e);
            const seen = (s.outlineStyle !== "none" && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== "none";
            return seen ? null : e.outerHTML.slice(0, 200);""")
        assert not invisible, f"on {page.driver.current_url} the focus cannot be seen on {invisible}"
        if page.run("return window.reached.size") == wanted:
            break
    reached = page.run("return window.reached.size")
    assert reached == min(wanted, limit), f"on {page.driver.current_url} Tab reaches {reached} of {wanted} things"
