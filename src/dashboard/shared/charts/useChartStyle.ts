import { useTheme } from '@mui/material';

/** How all charts look and how they are used by keyboard: the arrow keys go from point to point. */
export const useChartStyle = (title: string) => {
  const { palette } = useTheme();
  return {
    palette,
    chart: {
      accessibilityLayer: true,
      'aria-label': `${title}. Use the left and right arrow keys.`,
      margin: { top: 8, right: 8, bottom: 0, left: 0 },
    },
    axis: { stroke: palette.text.secondary, fontSize: 12, tickLine: false, axisLine: false },
    grid: { stroke: palette.line.faint, vertical: false },
  };
};
