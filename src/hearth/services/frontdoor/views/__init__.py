"""Pages of the front door. Views hold no rules: form, action, redirect."""
