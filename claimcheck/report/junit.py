"""JUnit XML: one test case a fact that was compared, so that CI shows what holds as well."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from claimcheck.model import Claim, Fact, Finding, Report
from claimcheck.report import ReportOptions, at_or_above, words
from claimcheck.report.alerts import file_line, location, one_line, spot
from claimcheck.report.view import View

_FORBIDDEN = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report, options: ReportOptions) -> str:
    """Return a JUnit report; a finding at or above `fail_on` is a failure."""
    view = View(report, options)
    by_fact: dict[str, list[Finding]] = {}
    for finding in report.findings:
        by_fact.setdefault(finding.fact or finding.id, []).append(finding)
    facts = [fact for fact in report.facts if fact.verdict != "single" or fact.id in by_fact]
    cases = [_case(view, fact, by_fact.get(fact.id, [])) for fact in facts]
    loose = [finding for finding in report.findings if finding.fact not in view.facts]
    cases += [_loose(view, finding) for finding in loose]
    suite = ElementTree.Element(
        "testsuite",
        name="claimcheck",
        tests=str(len(cases)),
        failures=str(sum(case.find("failure") is not None for case in cases)),
        errors="0",
        skipped=str(sum(case.find("skipped") is not None for case in cases)),
    )
    suite.extend(cases)
    suites = ElementTree.Element("testsuites", suite.attrib)
    suites.append(suite)
    ElementTree.indent(suites, " ")
    text = ElementTree.tostring(suites, encoding="unicode", xml_declaration=False)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _case(view: View, fact: Fact, findings: list[Finding]) -> ElementTree.Element:
    claims = view.known(fact.claims)
    case = _element(view, f"{fact.label} #{fact.id}", claims)
    if fact.verdict == "not_comparable" and not _failing(view, findings):
        ElementTree.SubElement(case, "skipped", message="looks alike, could not be compared")
    _told(view, case, findings, claims)
    return case


def _loose(view: View, finding: Finding) -> ElementTree.Element:
    claims = view.known(finding.claims)
    case = _element(view, f"{finding.message} #{finding.id}", claims)
    _told(view, case, [finding], claims)
    return case


def _element(view: View, name: str, claims: list[Claim]) -> ElementTree.Element:
    attributes = {"name": _text(name), "classname": "claimcheck"}
    if claims:
        document, span = view.documents[claims[0].document], claims[0].span
        line = file_line(document, span)
        attributes["file"] = _text(location(document))
        attributes |= {} if line is None else {"line": str(line)}
    return ElementTree.Element("testcase", attributes)


def _failing(view: View, findings: list[Finding]) -> list[Finding]:
    return [f for f in findings if at_or_above(f.level, view.options.fail_on)]


def _told(
    view: View, case: ElementTree.Element, findings: list[Finding], claims: list[Claim]
) -> None:
    said = "\n".join(_text(_said(view, claim)) for claim in claims)
    for finding in _failing(view, findings)[:1]:
        failure = ElementTree.SubElement(
            case, "failure", message=_text(finding.message), type=finding.rule
        )
        failure.text = said
        return
    if said:
        ElementTree.SubElement(case, "system-out").text = said


def _said(view: View, claim: Claim) -> str:
    place = spot(view.documents[claim.document], claim.span)
    return f"{place}: {words.read_as(claim)} = {claim.quote}"


def _text(text: str) -> str:
    return _FORBIDDEN.sub("", one_line(text))
