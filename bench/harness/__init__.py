"""What every benchmark needs: programs, projects, measurements, the table."""
