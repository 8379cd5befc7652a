"""What every room stands on; knows no social work."""
