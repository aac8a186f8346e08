/// The JSON Schema of summary.json.
enum SummarySchema {
    static let text = #"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "title": "Andon summary.json",
          "description": "The headline numbers of one repository. Shares lie in 0..1; low and high are the ends of 95 % intervals; null is missing, never zero. Names are added in minor versions, never renamed or removed within a major one.",
          "type": "object",
          "required": [
            "schema_version", "tool", "repository", "revision", "history_complete", "data_horizon", "commits", "merges",
            "line_totals", "classes", "answer", "headlines", "comparison", "attribution", "defects",
            "control_charts", "gates", "exclusions", "warnings"
          ],
          "properties": {
            "schema_version": { "type": "string", "pattern": "^1\\.[0-9]+$" },
            "tool": { "const": "andon" },
            "repository": { "type": "string", "description": "name under which the repository is reported" },
            "revision": { "type": "string", "pattern": "^[0-9a-f]{40}([0-9a-f]{24})?$" },
            "history_complete": { "type": "boolean", "description": "false where the clone lacks commits" },
            "data_horizon": { "$ref": "#/$defs/time" },
            "commits": { "$ref": "#/$defs/count", "description": "commits that landed in the reported time" },
            "merges": { "$ref": "#/$defs/count" },
            "line_totals": {
              "type": "object",
              "description": "lines as git log --numstat --no-renames counts them",
              "required": ["added_no_renames", "deleted_no_renames"],
              "properties": {
                "added_no_renames": { "$ref": "#/$defs/count" },
                "deleted_no_renames": { "$ref": "#/$defs/count" }
              }
            },
            "classes": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["class", "commits", "merges", "added", "deleted", "standing"],
                "properties": {
                  "class": { "$ref": "#/$defs/class" },
                  "commits": { "$ref": "#/$defs/count" },
                  "merges": { "$ref": "#/$defs/count" },
                  "added": { "$ref": "#/$defs/count" },
                  "deleted": { "$ref": "#/$defs/count" },
                  "standing": { "$ref": "#/$defs/count", "description": "lines that stand at the revision" }
                }
              }
            },
            "answer": { "type": "string", "description": "what the report says first, in words" },
            "headlines": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["name", "class", "value", "low", "high", "numerator", "denominator", "method"],
                "properties": {
                  "name": { "type": "string" },
                  "class": { "enum": ["all", "ai_authored", "ai_assisted", "automation", "human"] },
                  "value": { "$ref": "#/$defs/share" },
                  "low": { "$ref": "#/$defs/share" },
                  "high": { "$ref": "#/$defs/share" },
                  "numerator": { "$ref": "#/$defs/count" },
                  "denominator": { "$ref": "#/$defs/count" },
                  "method": { "type": "string" }
                }
              }
            },
            "comparison": {
              "type": "array",
              "description": "declared endpoints of AI against human; quarters without an AI mark are left out",
              "items": {
                "type": "object",
                "required": [
                  "endpoint", "role", "compared", "horizon_days", "ai", "human", "difference", "ratio",
                  "stratified_difference", "within_author_difference", "p", "p_adjusted", "smallest_detectable", "verdict",
                  "sentence", "method"
                ],
                "properties": {
                  "endpoint": {
                    "enum": ["bug_inducing", "reverted", "new_code_churn", "line_survival", "reintroduction"]
                  },
                  "role": { "enum": ["primary", "secondary"] },
                  "compared": { "enum": ["all", "ai_authored", "ai_assisted"] },
                  "horizon_days": { "$ref": "#/$defs/count" },
                  "ai": { "$ref": "#/$defs/group" },
                  "human": { "$ref": "#/$defs/group" },
                  "difference": { "$ref": "#/$defs/contrast" },
                  "ratio": { "$ref": "#/$defs/contrast" },
                  "stratified_difference": { "$ref": "#/$defs/contrast" },
                  "within_author_difference": { "$ref": "#/$defs/contrast" },
                  "p": { "$ref": "#/$defs/share" },
                  "p_adjusted": { "$ref": "#/$defs/share" },
                  "smallest_detectable": { "$ref": "#/$defs/share" },
                  "verdict": { "enum": ["insufficient", "no_difference_shown", "ai_higher", "ai_lower"] },
                  "sentence": { "type": "string" },
                  "method": { "type": "string" }
                }
              }
            },
            "attribution": {
              "type": "object",
              "description": "why every AI figure is a lower bound, and which notes were read",
              "required": ["marks_found", "suppression_signs", "unknown_values", "lower_bound_reasons", "notes"],
              "properties": {
                "marks_found": { "$ref": "#/$defs/count", "description": "rules with at least one match" },
                "suppression_signs": { "$ref": "#/$defs/count", "description": "rows of suppression.csv" },
                "unknown_values": { "$ref": "#/$defs/count", "description": "rows of unknown_values.csv" },
                "lower_bound_reasons": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["kind", "count", "text"],
                    "properties": {
                      "kind": { "type": "string" },
                      "count": { "type": ["integer", "null"], "minimum": 0 },
                      "text": { "type": "string" }
                    }
                  }
                },
                "notes": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["ref", "notes", "on_history", "moved"],
                    "properties": {
                      "ref": { "type": "string" },
                      "notes": { "$ref": "#/$defs/count" },
                      "on_history": { "$ref": "#/$defs/count", "description": "attached to a commit of the history" },
                      "moved": {
                        "$ref": "#/$defs/count",
                        "description": "attached to something else, but about a commit of the history"
                      }
                    }
                  }
                }
              }
            },
            "defects": {
              "type": "object",
              "description": "fixes, the commits that needed them, and how far inferred links can be trusted",
              "required": [
                "fixes", "links_declared", "links_inferred", "inducing_commits", "reverts", "chains", "deepest_chain",
                "follow_ups", "reintroductions", "link_agreement", "label_agreement"
              ],
              "properties": {
                "fixes": { "$ref": "#/$defs/count" },
                "links_declared": { "$ref": "#/$defs/count", "description": "named by the fix" },
                "links_inferred": { "$ref": "#/$defs/count", "description": "by the lines of fixes that name none" },
                "inducing_commits": { "$ref": "#/$defs/count" },
                "reverts": { "$ref": "#/$defs/count" },
                "chains": { "$ref": "#/$defs/count" },
                "deepest_chain": { "$ref": "#/$defs/count", "description": "fixes in the deepest chain" },
                "follow_ups": {
                  "$ref": "#/$defs/count", "description": "fixes of one's own fix within a day; in no rate"
                },
                "reintroductions": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["form", "count", "expected_precision"],
                    "properties": {
                      "form": {
                        "enum": ["fix_of_fix", "revert_of_fix", "relapse", "reland", "same_key_refix"]
                      },
                      "count": { "$ref": "#/$defs/count" },
                      "expected_precision": { "$ref": "#/$defs/share" }
                    }
                  }
                },
                "link_agreement": { "$ref": "#/$defs/agreement" },
                "label_agreement": { "type": "array", "items": { "$ref": "#/$defs/agreement" } }
              }
            },
            "control_charts": {
              "type": "array",
              "description": "figures that are watched over time; control_charts.csv has all their points",
              "items": {
                "type": "object",
                "required": [
                  "metric", "group", "class", "paths", "chart", "period_length", "periods", "newest_mature", "standing",
                  "baseline", "last", "points", "alarms", "sentence"
                ],
                "properties": {
                  "metric": {
                    "enum": [
                      "bug_inducing_share", "revert_share", "defects_per_kloc", "new_code_churn_14d", "reintroduction_gap"
                    ]
                  },
                  "group": { "type": "string", "description": "name of the configured group; empty for all commits" },
                  "class": { "enum": ["all", "ai", "ai_authored", "ai_assisted", "human", "automation"] },
                  "paths": { "type": "array", "items": { "type": "string" } },
                  "chart": { "enum": ["laney_p", "laney_u", "xmr", "g"] },
                  "period_length": { "enum": ["week", "month"] },
                  "periods": { "$ref": "#/$defs/count", "description": "mature periods with data; of g finished gaps" },
                  "newest_mature": { "type": "string", "description": "the newest period that is over for long enough" },
                  "standing": { "enum": ["too_short", "no_spread", "provisional", "firm"] },
                  "baseline": {
                    "type": "object",
                    "description": "of the last phase; what a configuration takes to freeze it",
                    "required": ["centre", "spread", "periods"],
                    "properties": {
                      "centre": { "type": ["number", "null"] },
                      "spread": { "type": ["number", "null"] },
                      "periods": { "$ref": "#/$defs/count" }
                    }
                  },
                  "last": {
                    "type": ["object", "null"],
                    "required": ["period", "value", "lower", "upper"],
                    "properties": {
                      "period": { "type": "string" },
                      "value": { "type": ["number", "null"] },
                      "lower": { "type": ["number", "null"] },
                      "upper": { "type": ["number", "null"] }
                    }
                  },
                  "points": {
                    "type": "array",
                    "description": "the newest, at most 240, oldest first; ewma and cusum in standard deviations from the centre",
                    "items": {
                      "type": "object",
                      "required": [
                        "period", "value", "centre", "lower", "upper", "ewma", "ewma_limit", "cusum_high", "cusum_low"
                      ],
                      "properties": {
                        "period": { "type": "string", "description": "of a gap the one in which it ended" },
                        "value": { "type": ["number", "null"] },
                        "centre": { "type": ["number", "null"] },
                        "lower": { "type": ["number", "null"] },
                        "upper": { "type": ["number", "null"] },
                        "ewma": { "type": ["number", "null"] },
                        "ewma_limit": { "type": ["number", "null"], "description": "above 0 and below" },
                        "cusum_high": { "type": ["number", "null"], "description": "0 or above; a signal beyond 5" },
                        "cusum_low": { "type": ["number", "null"], "description": "0 or below; a signal beyond -5" }
                      }
                    }
                  },
                  "alarms": {
                    "type": "array",
                    "description": "signals on the bad side, oldest first",
                    "items": {
                      "type": "object",
                      "required": ["period", "rule", "sentence"],
                      "properties": {
                        "period": { "type": "string" },
                        "rule": { "enum": ["nelson_1", "ewma", "cusum"] },
                        "sentence": { "type": "string" }
                      }
                    }
                  },
                  "sentence": { "type": "string" }
                }
              }
            },
            "gates": {
              "type": ["object", "null"],
              "description": "null where no gate was asked; action is what a pipeline should do",
              "required": ["status", "action", "range", "results"],
              "properties": {
                "status": { "enum": ["pass", "fail", "insufficient"] },
                "action": { "enum": ["none", "second_reviewer", "stop"] },
                "range": { "type": "string", "description": "the commits that were judged; empty for the whole history" },
                "results": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": [
                      "gate", "status", "value", "limit", "sample", "unit", "class", "paths", "required", "action",
                      "explanation"
                    ],
                    "properties": {
                      "gate": { "type": "string" },
                      "status": { "enum": ["pass", "fail", "insufficient"] },
                      "value": { "type": ["number", "null"] },
                      "limit": { "type": ["number", "null"] },
                      "sample": { "type": ["integer", "null"], "minimum": 0 },
                      "unit": { "enum": ["commits", "lines", "fixes", "files", "chains"] },
                      "class": { "enum": ["all", "ai", "ai_authored", "ai_assisted", "human", "automation"] },
                      "paths": { "type": "array", "items": { "type": "string" } },
                      "required": { "type": "boolean" },
                      "action": { "enum": ["none", "second_reviewer", "stop"] },
                      "explanation": { "type": "string" }
                    }
                  }
                }
              }
            },
            "exclusions": {
              "type": "array",
              "description": "files left out of churn, line operations and survival, by reason; exclusions.csv has each",
              "items": {
                "type": "object",
                "required": ["reason", "files", "added", "deleted", "standing"],
                "properties": {
                  "reason": {
                    "enum": ["vendored", "lock_file", "minified", "generated", "data", "binary", "too_large"]
                  },
                  "files": { "$ref": "#/$defs/count" },
                  "added": { "$ref": "#/$defs/count", "description": "lines of commits that are no merges" },
                  "deleted": { "$ref": "#/$defs/count" },
                  "standing": { "$ref": "#/$defs/count", "description": "lines that stand at the revision" }
                }
              }
            },
            "warnings": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["kind", "count"],
                "properties": { "kind": { "type": "string" }, "count": { "$ref": "#/$defs/count" } }
              }
            }
          },
          "$defs": {
            "count": { "type": "integer", "minimum": 0 },
            "share": { "type": ["number", "null"], "minimum": 0, "maximum": 1 },
            "time": { "type": "string", "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}$" },
            "class": { "enum": ["ai_authored", "ai_assisted", "automation", "human"] },
            "agreement": {
              "type": "object",
              "required": ["classifier", "judged", "precision", "recall", "f1", "f1_low", "f1_high"],
              "properties": {
                "classifier": { "type": "string" },
                "judged": { "$ref": "#/$defs/count", "description": "commits that say what is right" },
                "precision": { "$ref": "#/$defs/share" },
                "recall": { "$ref": "#/$defs/share" },
                "f1": { "$ref": "#/$defs/share" },
                "f1_low": { "$ref": "#/$defs/share" },
                "f1_high": { "$ref": "#/$defs/share" }
              }
            },
            "contrast": {
              "type": "object",
              "required": ["value", "low", "high"],
              "properties": {
                "value": { "type": ["number", "null"] },
                "low": { "type": ["number", "null"] },
                "high": { "type": ["number", "null"] }
              }
            },
            "group": {
              "type": "object",
              "required": ["value", "low", "high", "numerator", "denominator", "mature"],
              "properties": {
                "value": { "$ref": "#/$defs/share" },
                "low": { "$ref": "#/$defs/share" },
                "high": { "$ref": "#/$defs/share" },
                "numerator": { "$ref": "#/$defs/count" },
                "denominator": { "$ref": "#/$defs/count" },
                "mature": { "$ref": "#/$defs/count" }
              }
            }
          }
        }

        """#
}
