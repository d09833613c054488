"""Checks: a case in, findings out. Pure; one function a rule, named in the table `CHECKS` by the code it prints."""

from renderer.checks.table import CHECKS, Check, run_check, run_checks
from renderer.checks.waivers import UNUSED_WAIVER, apply_waivers

__all__ = ["CHECKS", "UNUSED_WAIVER", "Check", "apply_waivers", "run_check", "run_checks"]
