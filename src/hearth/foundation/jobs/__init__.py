"""Background and periodic work on PostgreSQL; every task may run again, harmlessly."""
