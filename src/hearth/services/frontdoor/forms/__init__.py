"""The front door's forms, by page. They check shape only; rules live in the actions."""
