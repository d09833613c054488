"""What the service and its workers share: their settings and logs, and work confined to processes of its own."""
