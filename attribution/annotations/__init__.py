"""Gold statements, codes and seeds as they are read from files."""
